/**
 * A made-up run for the tests of the report: plausible figures of a country that does not exist, written down by
 * formula so that no engine is needed. Nothing here is a result.
 */
import type {
  Analysis,
  Assessment,
  Assumption,
  Attribution,
  Data,
  Event,
  Finding,
  FittedTrend,
  Goal,
  History,
  HistoryPoint,
  LocalText,
  Observation,
  Outcome,
  Projection,
  Run,
  Scenario,
  SchemeInput,
  SchemeSummary,
  Source,
  SpreadSource,
  Status,
} from "../../src/core/domain.ts";
import { counterparts } from "../../src/core/goals/counterparts.ts";
import { likelihoodOf } from "../../src/core/goals/likelihood.ts";
import { answersOf } from "./answers.ts";
import { pastOf } from "./past.ts";
import { ledgerOf, nowcastsOf } from "./present.ts";

const levels = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
const deviates = [-1.96, -1.2816, -0.6745, 0, 0.6745, 1.2816, 1.96];
const horizon = 2035;
const place = (line: number) => ({ file: "data/observations.csv", line, column: 1 });

interface SchemeModel {
  readonly id: string;
  readonly title: LocalText;
  readonly short: string;
  readonly base: string;
  readonly within?: string;
  readonly sumOf?: readonly string[];
  /** Coverage at the end of 2024, its logit pace, spread of the logit after one year, effect of one scenario step. */
  readonly at2024: number;
  readonly pace: number;
  readonly spread: number;
  readonly effect: number;
}

const models: readonly SchemeModel[] = [
  {
    id: "pension",
    title: { en: "Pension insurance", vi: "Bảo hiểm hưu trí" },
    short: "PI",
    base: "labour-force",
    sumOf: ["pension-employees", "pension-others"],
    at2024: 0.427,
    pace: 0.065,
    spread: 0.045,
    effect: 0.012,
  },
  {
    id: "pension-employees",
    title: { en: "Pension insurance of employees", vi: "Bảo hiểm hưu trí của người lao động" },
    short: "PE",
    base: "labour-force",
    at2024: 0.378,
    pace: 0.045,
    spread: 0.045,
    effect: 0.01,
  },
  {
    id: "pension-others",
    title: { en: "Voluntary pension insurance", vi: "Bảo hiểm hưu trí tự nguyện" },
    short: "PV",
    base: "labour-force",
    at2024: 0.049,
    pace: 0.11,
    spread: 0.14,
    effect: 0.03,
  },
  {
    id: "unemployment",
    title: { en: "Unemployment insurance", vi: "Bảo hiểm thất nghiệp" },
    short: "UI",
    base: "labour-force",
    within: "pension-employees",
    at2024: 0.342,
    pace: 0.05,
    spread: 0.05,
    effect: 0.008,
  },
  {
    id: "health",
    title: { en: "Health insurance", vi: "Bảo hiểm y tế" },
    short: "HI",
    base: "population",
    at2024: 0.942,
    pace: 0.06,
    spread: 0.08,
    effect: 0.02,
  },
];

const scenarioTitles: readonly LocalText[] = [
  { en: "Baseline", vi: "Kịch bản cơ sở" },
  { en: "Registration drive", vi: "Chiến dịch đăng ký" },
  { en: "Premium subsidy", vi: "Hỗ trợ mức đóng" },
  { en: "Fewer one-off withdrawals", vi: "Giảm rút một lần" },
  { en: "Labour-market shock", vi: "Cú sốc thị trường lao động" },
  { en: "All measures together", vi: "Tất cả các biện pháp" },
];
const scenarioSteps = [0, 1.6, 0.9, 0.6, -1.5, 3.4];

const logit = (p: number) => Math.log(p / (1 - p));
const expit = (z: number) => 1 / (1 + Math.exp(-z));
const baseAt = (base: string, year: number) =>
  base === "population" ? 101.3e6 * 1.008 ** (year - 2024) : 46.9e6 * 1.006 ** (year - 2024);

const sources: Source[] = [
  {
    id: "yearbook-2024",
    title: "Statistical yearbook 2024 (fixture)",
    publisher: "Fixture bureau",
    published: "2025-01-20",
    url: "https://example.org/yearbook?a=1&b=2",
  },
  {
    id: "press-2022",
    title: "Press briefing, autumn 2022 (fixture)",
    publisher: "Fixture agency",
    published: null,
    url: null,
  },
];

function historyOf(model: SchemeModel, last: number, observations: Observation[]): History {
  const points: HistoryPoint[] = [];
  for (let year = 2009; year <= last; year++) {
    if (year === 2013 || year === 2014) continue;
    const wobble = 0.03 * Math.sin(year * 1.7) * (year === 2024 ? 0 : 1);
    const coverage = expit(logit(model.at2024) + model.pace * 1.15 * (year - 2024) + wobble);
    const base = baseAt(model.base, year);
    const status: Status = year === 2022 ? "estimate" : year < 2015 || year === 2025 ? "derived" : "actual";
    const used = observations.length;
    const observation = (share: number, note: string): Observation => ({
      scheme: model.id,
      date: `${year}-12-31`,
      participants: Math.round(share * base),
      coverage: share,
      participantsRounding: 5e4,
      coverageRounding: 5e-5,
      base: model.base,
      status,
      published: `${year + 1}-01-20`,
      sources: ["yearbook-2024"],
      note,
      place: place(observations.length + 2),
    });
    observations.push(observation(coverage, ""));
    const rivals: number[] = [];
    if (year === 2022 || year === 2019) {
      rivals.push(observations.length);
      observations.push({ ...observation(coverage - 0.02 * (1 - coverage), "older base"), sources: ["press-2022"] });
    }
    points.push({
      year,
      coverage,
      participants: coverage * base,
      base,
      published: year < 2015 ? null : coverage,
      rounding: 5e-5,
      status,
      derivation: status === "derived" ? "participants/base" : year < 2022 ? "linked" : "published",
      publishedOn: year === 2024 ? "2024-11-20" : `${year + 1}-01-20`,
      sources: ["yearbook-2024"],
      note: year === 2022 ? "rounded in the source" : "",
      used: [used],
      rivals,
    });
  }
  return { scheme: model.id, points };
}

const goals: Goal[] = [
  goal("pension-2020", "pension", 2020, 0.5, "about"),
  goal("health-2020", "health", 2020, 0.9, "more-than"),
  goal("pension-2025", "pension", 2025, 0.45, "about"),
  goal("pension-2030", "pension", 2030, 0.6, "about"),
  goal("voluntary-2030", "pension-others", 2030, 0.05, "at-least"),
  { ...goal("voluntary-count-2030", "pension-others", 2030, 4.4e6, "at-least"), measure: "participants" },
  goal("unemployment-2030", "unemployment", 2030, 0.45, "about"),
  goal("health-2030", "health", 2030, 0.95, "more-than"),
  goal("health-2030-full", "health", 2030, 0.97, "more-than"),
];

function goal(id: string, scheme: string, year: number, value: number, comparator: Goal["comparator"]): Goal {
  return {
    id,
    scheme,
    year,
    measure: "coverage",
    value,
    comparator,
    instrument: `Resolution ${year} of the fixture assembly`,
    adopted: null,
    sources: ["yearbook-2024"],
    note: "",
  };
}

function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    0.3989423 *
    Math.exp((-x * x) / 2) *
    t *
    (0.3193815 + t * (-0.3565638 + t * (1.781478 + t * (-1.821256 + t * 1.330274))));
  return x > 0 ? 1 - tail : tail;
}

interface Path {
  coverage(level: number, year: number): number;
  chance(value: number, year: number): number;
}

function pathOf(model: SchemeModel, origin: number, step: number): Path {
  const start = expit(logit(model.at2024) + model.pace * 1.15 * (origin - 2024));
  const mean = (year: number) =>
    logit(start) + (model.pace + model.effect * step * (year > 2025 ? 1 : 0)) * (year - origin);
  const sd = (year: number) => model.spread * Math.sqrt(year - origin) * (1 + 0.06 * (year - origin));
  return {
    coverage: (deviate, year) => expit(mean(year) + deviate * sd(year)),
    chance: (value, year) => (value >= 1 ? 0 : 1 - normalCdf((logit(value) - mean(year)) / sd(year))),
  };
}

export interface FixtureOptions {
  /** 2 to 6. */
  readonly scenarios?: number;
  /** Only what was known by late 2024, with 2025 known later. */
  readonly replay?: boolean;
  /** Text put into every place that a user's file can fill. */
  readonly hostile?: string;
}

/** Builds the made-up run. */
export function fixtureRun(options: FixtureOptions = {}): Run {
  const { scenarios = 2, replay = false, hostile } = options;
  const origin = replay ? 2024 : 2025;
  const years = Array.from({ length: horizon - origin }, (_, i) => origin + 1 + i);
  const observations: Observation[] = [];
  const full = models.map((model) => historyOf(model, 2025, observations));
  const known = full.map((history) => ({ ...history, points: history.points.filter((p) => p.year <= origin) }));
  const taint = (text: string) => hostile ?? text;
  const local = (text: LocalText): LocalText => (hostile === undefined ? text : { en: hostile, vi: hostile });

  const outcomes: Outcome[] = goals
    .filter((g) => g.year <= 2025)
    .map((g) => {
      const point = full.find((h) => h.scheme === g.scheme)!.points.find((p) => p.year === g.year)!;
      return {
        goal: g.id,
        value: point.coverage,
        met: point.coverage >= g.value,
        status: point.status,
        knownAtOrigin: g.year <= origin,
        sources: point.sources,
      };
    });

  const shownGoals = goals.map((g) => ({ ...g, instrument: taint(g.instrument), note: taint(g.note) }));
  const projections = scenarioTitles.slice(0, scenarios).map((title, s): Projection => {
    const step = scenarioSteps[s]!;
    const id = title.en.toLowerCase().replaceAll(" ", "-");
    const summaries = models.map((model): SchemeSummary => {
      const path = pathOf(model, origin, step);
      const base = years.map((y) => baseAt(model.base, y));
      const coverage = deviates.map((d) => years.map((y) => path.coverage(d, y)));
      return {
        scheme: model.id,
        coverage,
        participants: coverage.map((row) => row.map((c, i) => c * base[i]!)),
        base,
        meanCoverage: coverage[3]!,
      };
    });
    const schemes = models.map(
      (model, i): SchemeInput => ({
        id: model.id,
        title: local(model.title),
        short: taint(model.short),
        base: model.base,
        baseLagYears: 0,
        sumOf: model.sumOf ?? [],
        within: model.within ?? null,
        exitRate: { kind: "fixed", value: 0.05 },
        outside: [],
        ceilingPrior: { mean: 0.9, sd: 0.1 },
        trend: model.sumOf ? null : trendOf(model, known[i]!, local),
        history: known[i]!,
      }),
    );
    return {
      schema: "covercast/projection/1",
      input: {
        scenario: scenarioOf(id, local(title), s, taint, local),
        schemes,
        bases: [...new Set(models.map((m) => m.base))].map((base) => ({
          base,
          years: [2022, 2023, 2024],
          persons: [2022, 2023, 2024].map((y) => baseAt(base, y)),
          how: ["linked", "between", "reading"],
          links: [{ regime: taint("old"), factor: 0.936, date: "2022-09-30" }],
          growth: { years, mean: years.map(() => 0.006), sd: 0.004 },
          levelSd: 0,
        })),
        goals: shownGoals,
        outcomes,
        run: { horizon, draws: 10000, seed: 7, bands: [0.5, 0.8, 0.95] },
        firstYear: origin + 1,
        asOf: replay ? "2024-11-24" : null,
      },
      summary: { years, levels, schemes: summaries },
      assessments: shownGoals.map((g) => assess(g, known, outcomes, pathOf(modelOf(g), origin, step), years, origin)),
      attributions: step === 0 ? [] : attributionsOf(step),
      ...(step !== 0 && {
        analysis: {
          ...reasonsOf(step),
          ...answersOf(
            id,
            step,
            years,
            models.map((model) => model.id),
          ),
        },
      }),
      notes:
        s === 1
          ? [
              {
                code: "lever/cut",
                message: local({
                  en: "The drive was cut at the pool in 2034 (fixture).",
                  vi: "Chiến dịch bị giới hạn năm 2034 (ví dụ).",
                }),
                subject: "drive",
              },
            ]
          : [],
    };
  });

  const data: Data = {
    observations: observations.map((o) => ({ ...o, note: taint(o.note) })),
    bases: [],
    goals: shownGoals,
    sources: sources.map((s) => ({
      ...s,
      title: taint(s.title),
      publisher: taint(s.publisher),
      url: hostile ?? s.url,
    })),
    events: events.map((e) => ({ ...e, title: local(e.title), note: taint(e.note) })),
  };
  return {
    schema: "covercast/run/1",
    title: local({ en: "Coverage in Fixtureland (made-up figures)", vi: "Độ bao phủ ở Xứ Ví Dụ (số liệu bịa)" }),
    manifest: {
      tool: "covercast",
      version: "0.1.0",
      command: taint("covercast run --seed 7"),
      seed: 7,
      draws: 10000,
      horizon,
      asOf: replay ? "2024-11-24" : null,
      inputs: [
        {
          file: taint("covercast.yaml"),
          sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          bytes: 1234,
        },
      ],
    },
    reference: "baseline",
    headlineGoals: replay
      ? ["pension-2025", "pension-2030", "health-2030"]
      : ["pension-2030", "voluntary-2030", "unemployment-2030", "health-2030"],
    projections,
    histories: full,
    bases: [
      {
        id: "labour-force",
        title: local({ en: "working-age labour force", vi: "lực lượng lao động trong độ tuổi" }),
        reading: "year-end",
        regime: "2022",
        growth: null,
        levelSd: 0,
      },
      {
        id: "population",
        title: local({ en: "population", vi: "dân số" }),
        reading: "year-average",
        regime: "bureau",
        growth: null,
        levelSd: 0,
      },
    ],
    data,
    findings: findings.map((f) => ({ ...f, message: local(f.message) })),
    backtest: pastOf(projections[0]!.input.schemes.map(({ id }) => id)),
    nowcasts: nowcastsOf(projections[0]!.input.schemes.map(({ id }) => id)),
    ledger: ledgerOf(projections[0]!.input.schemes[0]!.id),
  };
}

function attributionsOf(step: number): Attribution[] {
  return goals
    .filter((g) => g.year > 2025)
    .map((g) => ({
      goal: g.id,
      draws: 1000,
      without: { coverage: 0.5, probability: 0.2 },
      error: { coverage: 0, probability: 0 },
      total: { coverage: 0.01 * step, probability: 0.05 * step },
      levers: [
        { lever: "drive", coverage: 0.007 * step, probability: 0.03 * step },
        { lever: "subsidy", coverage: 0.003 * step, probability: 0.02 * step },
      ],
    }));
}

/** Why a made-up projection is what it is. */
function reasonsOf(step: number): Pick<Analysis, "spread" | "tornados" | "influence" | "map" | "sobol"> {
  const swing = (key: string, unit: "share" | "people" | "rate-per-year", values: [number, number], size: number) => ({
    key,
    unit,
    low: { value: values[0], mean: 0.55 - size, probability: 0.3 - 2 * size },
    high: { value: values[1], mean: 0.55 + size, probability: 0.3 + 2 * size },
  });
  const reading = (scheme: string, year: number, median: number) => ({
    scheme,
    year,
    coverage: 0.4,
    sources: ["yearbook-2024"],
    median,
    probability: 3 * median,
  });
  const factor = (name: string, first: number, total: number) => ({
    factor: name,
    first,
    firstError: 0.01,
    total,
    totalError: 0.02,
  });
  const open = goals.filter((g) => ["pension-2030", "health-2030"].includes(g.id));
  const shares = { data: 0.01, parameters: 0.2, curve: 0.15, residual: 0.5, base: 0.04, levers: 0.1 };
  return {
    spread: open.map((g) => ({
      goal: g.id,
      draws: 2000,
      width: 0.11,
      sd: 0.045,
      parts: Object.entries(shares).map(([source, share]) => ({ source: source as SpreadSource, share, error: 0.004 })),
      scaled: 1,
    })),
    tornados: open.map((g) => ({
      goal: g.id,
      draws: 5000,
      drawn: { mean: 0.55, probability: 0.3 },
      swings: [
        swing("levers.drive.people", "people", [0.95e6, 1.4e6], 0.012 * step),
        swing("trend.pension-others.ceiling", "share", [0.2, 0.45], 0.008),
        swing("world.labour-force.growth", "rate-per-year", [0.002, 0.01], -0.004),
        swing("schemes.pension-employees.exitRate", "rate-per-year", [0.045, 0.075], 0.0001),
      ],
    })),
    influence: open.map((g) => ({
      goal: g.id,
      draws: 2000,
      probability: 0.3,
      median: 0.55,
      tried: 28,
      readings: [reading("pension-others", 2025, -0.016), reading("pension-employees", 2022, 0.006)],
    })),
    map: {
      goal: "pension-2030",
      draws: 2000,
      x: { key: "levers.drive.people", unit: "people", values: [0.8e6, 1.2e6, 1.6e6] },
      y: { key: "levers.subsidy.takeUp", unit: "share", values: [0.05, 0.15, 0.25] },
      probability: [
        [0.2, 0.25, 0.3],
        [0.24, 0.3, 0.36],
        [0.28, 0.35, 0.43],
      ],
    },
    sobol: [
      {
        goal: "pension-2030",
        of: "value",
        draws: 4096,
        variance: 0.002,
        factors: [
          factor("trend/pension-employees/path", 0.6, 0.65),
          factor("lever/drive/people", 0.2, 0.22),
          factor("trend/pension-others/ceiling", 0.1, 0.12),
          factor("exit/pension-employees", 0.02, 0.03),
          factor("base/labour-force", 0.01, 0.01),
        ],
      },
    ],
  };
}

const events: Event[] = [
  {
    date: "2018-05-23",
    scheme: "all",
    title: { en: "The fixture assembly sets goals", vi: "Quốc hội ví dụ đặt mục tiêu" },
    direction: "up",
    sources: ["yearbook-2024"],
    note: "",
  },
];

const findings: Finding[] = [
  {
    code: "audit/base-jump",
    severity: "warning",
    message: {
      en: "The implied base of pension insurance jumps by 6.7 % between August and October 2022.",
      vi: "Mẫu số ngầm định của bảo hiểm hưu trí nhảy 6,7 % từ tháng 8 đến tháng 10 năm 2022.",
    },
    place: place(41),
    scheme: "pension",
    date: "2022-10-31",
  },
  {
    code: "audit/forecast-as-fact",
    severity: "note",
    message: {
      en: "A figure published before its own date is a forecast.",
      vi: "Số công bố trước ngày của nó là dự báo.",
    },
    place: place(77),
    scheme: "health",
    date: "2024-12-31",
  },
];

function modelOf(g: Goal): SchemeModel {
  return models.find((m) => m.id === g.scheme)!;
}

function assess(
  g: Goal,
  known: History[],
  outcomes: Outcome[],
  path: Path,
  years: number[],
  origin: number,
): Assessment {
  const outcome = outcomes.find((o) => o.goal === g.id) ?? null;
  const model = modelOf(g);
  const history = known.find((h) => h.scheme === g.scheme)!.points;
  const last = history.at(-1)!;
  const base = baseAt(model.base, g.year);
  const value = g.measure === "coverage" ? g.value : g.value / base;
  const unit = g.measure === "coverage" ? 1 : base;
  const spread = (f: (deviate: number) => number) => ({ p10: f(-1.2816), p50: f(0), p90: f(1.2816) });
  const pace = (fromYear: number, toYear: number, from: number, to: number) => ({
    fromYear,
    toYear,
    personsPerYear: (to * baseAt(model.base, toYear) - from * baseAt(model.base, fromYear)) / (toYear - fromYear),
    coveragePerYear: (to - from) / (toYear - fromYear),
    hazard: 1 - ((1 - to) / (1 - from)) ** (1 / (toYear - fromYear)),
  });
  const earlier = history.find((p) => p.year === last.year - 5)!;
  const recentPace = pace(earlier.year, last.year, earlier.coverage, last.coverage);
  if (g.year <= origin)
    return {
      goal: g,
      reached: null,
      probability: null,
      monteCarloError: null,
      likelihood: null,
      gapCoverage: null,
      gapPersons: null,
      firstMet: null,
      alreadyMet: last.coverage >= value,
      requiredPace: null,
      recentPace,
      bestPace: recentPace,
      outcome,
      medianBase: null,
      counterparts: [],
      plain: null,
    };
  const probability = path.chance(value, g.year);
  const reachedBy = years.map((y) => path.chance(value, y));
  const increasing = reachedBy.map((_, i) => Math.max(...reachedBy.slice(0, i + 1)));
  return {
    goal: g,
    reached: spread((d) => path.coverage(d, g.year) * unit),
    probability,
    monteCarloError: Math.sqrt((probability * (1 - probability)) / 10000),
    likelihood: likelihoodOf(probability),
    gapCoverage: spread((d) => path.coverage(d, g.year) - value),
    gapPersons: spread((d) => (path.coverage(d, g.year) - value) * base),
    firstMet: {
      share: increasing.map((p, i) => p - (increasing[i - 1] ?? 0)),
      never: 1 - increasing.at(-1)!,
    },
    alreadyMet: last.coverage >= value,
    requiredPace: pace(last.year, g.year, last.coverage, value),
    recentPace,
    bestPace: { ...recentPace, fromYear: earlier.year - 5, toYear: earlier.year },
    outcome,
    medianBase: base,
    counterparts: counterparts(g, goals, base),
    plain: null,
  };
}

function trendOf(model: SchemeModel, history: History, local: (text: LocalText) => LocalText): FittedTrend {
  const curve = (id: string, weight: number, reason = "") => ({
    curve: id,
    status: reason === "" ? ("ok" as const) : ("not-applicable" as const),
    reason,
    parameters: [{ name: "pace", estimate: model.pace, standardError: 0.01 }],
    covarianceRoot: [0.01],
    degreesOfFreedom: 8,
    rho: 0.5,
    sigma: model.spread,
    atOrigin: logit(model.at2024),
    weight,
    aicc: -20,
    rollingError: 0.05,
    residuals: reason === "" ? history.points.map((_, i) => 0.03 * Math.sin(2 * i)) : [],
  });
  return {
    scheme: model.id,
    ceiling: 1,
    years: history.points.map((p) => p.year),
    shares: history.points.map((p) => p.coverage),
    origin: history.points.at(-1)!.year,
    originShare: history.points.at(-1)!.coverage,
    curves: [curve("logit-linear", 0.6), curve("damped-logit", 0.4), curve("logistic", 0, "too few readings")],
    calibration: 1.2,
    calibrationForecasts: 14,
    warnings: [local({ en: "Two readings are missing (fixture).", vi: "Thiếu hai số liệu (ví dụ)." })],
  };
}

function scenarioOf(
  id: string,
  title: LocalText,
  index: number,
  taint: (text: string) => string,
  local: (text: LocalText) => LocalText,
): Scenario {
  const file = `scenarios/${id}.yaml`;
  const assumption = (key: string, value: string, line: number, reference: string | null): Assumption => ({
    group: key.startsWith("levers") ? "decision" : key.startsWith("trend") ? "trend" : "world",
    drawn: true,
    key,
    value: taint(value),
    file: taint(line > 20 ? "covercast.yaml" : file),
    line,
    inherited: line > 20,
    reference,
    differs: reference !== value,
  });
  return {
    id,
    file,
    title,
    question: local({
      en: "Does a drive among small firms make the goal of 60 % by 2030 likely?",
      vi: "Chiến dịch ở doanh nghiệp nhỏ có làm mục tiêu 60 % vào năm 2030 trở nên khả thi?",
    }),
    references: ["yearbook-2024"],
    leavesOut: index === 0 ? [] : [local({ en: "any change of the contribution rate", vi: "thay đổi về mức đóng" })],
    trend: {},
    world: {},
    levers:
      index === 0
        ? []
        : [
            {
              id: "drive",
              kind: "eligibility",
              title: local({ en: "Small firms are registered", vi: "Đăng ký doanh nghiệp nhỏ" }),
              target: "pension-employees",
              start: 2025.5,
              end: null,
              lagYears: 0.5,
              ramp: { shape: "s-curve", overYears: 3 },
              fadeHalfLifeYears: null,
              parameters: { people: { kind: "triangle", low: 0.8e6, mode: 1.2e6, high: 1.6e6 } },
              replacesTrendShare: 0.25,
              passesOn: true,
              evidence: [{ ref: "yearbook-2024", strength: "legal" }],
              note: taint("Counts firms with fewer than ten workers."),
            },
            {
              id: "subsidy",
              kind: "enrolment",
              title: null,
              target: "pension-others",
              start: 2026,
              end: 2030,
              lagYears: 0,
              ramp: { shape: "step", overYears: 0 },
              fadeHalfLifeYears: 2,
              parameters: {
                reach: { kind: "normal", mean: 0.1, sd: 0.02 },
                takeUp: { kind: "logitnormal", mu: -2, sigma: 0.4 },
              },
              replacesTrendShare: 0,
              passesOn: true,
              evidence: [],
              note: "",
            },
          ],
    expect: [],
    assumptions: [
      assumption("world.labour-force.growth", "0.7% ± 0.4%", 31, "0.7% ± 0.4%"),
      assumption("schemes.pension-employees.exitRate", "4% to 8%", 44, "4% to 8%"),
      ...(index === 0
        ? []
        : [
            assumption("levers.drive.people", "800,000 to 1.6 million", 14, null),
            assumption("levers.drive.compliance", "30% to 70%", 15, null),
            assumption("trend.pension-others.ceiling", "25% ± 8%", 9, "90% ± 10%"),
          ]),
    ],
  };
}
