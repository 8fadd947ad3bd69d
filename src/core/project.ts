import type { Assessment, Goal, LocalText, Note, Projection, ProjectionInput } from "./domain.ts";
import { attribute } from "./explain/attribution.ts";
import { assess } from "./goals/assess.ts";
import { curveVerdicts } from "./goals/curve-verdicts.ts";
import { goalNotes } from "./goals/goal-notes.ts";
import { say } from "./history/say.ts";
import { type LeverCost, leverCosts } from "./simulate/lever-costs.ts";
import { ownYearBase } from "./simulate/own-year-base.ts";
import { type PathCache, remember } from "./simulate/path-cache.ts";
import { simulate } from "./simulate/simulate.ts";
import { summarize } from "./simulate/summarize.ts";

export type { PathCache };

/**
 * Runs one projection: simulates the futures, summarizes them, judges the goals. The same function runs on the command
 * line and in the page; the same input gives the same numbers.
 *
 * `cache` lets projections of the same data share what is the same in them. Without `explain` the attributions are left
 * out, which is quick enough to follow a slider. Throws only on a broken invariant: inputs are
 * made by `prepare`, which refuses what is wrong.
 */
export function project(input: ProjectionInput, cache: PathCache = new Map(), explain = true): Projection {
  const { draws, cut, held, keys } = simulate(input, cache);
  const verdicts = (goal: Goal) => {
    const own = input.schemes.find((s) => s.id === goal.scheme);
    const behind = [goal.scheme, ...(own?.sumOf ?? []), own?.within ?? ""].map((id) => keys.get(id));
    return remember(cache, JSON.stringify(["curve verdicts", goal, behind]), () => curveVerdicts(goal, input, draws));
  };
  const assessments = input.goals.map((goal): Assessment => {
    const history = input.schemes.find((s) => s.id === goal.scheme)?.history.points;
    const known = [
      goal,
      input.goals.filter((g) => g.scheme === goal.scheme && g.year === goal.year),
      input.likelihood ?? null,
      input.outcomes.find((o) => o.goal === goal.id) ?? null,
      history?.map((p) => [p.year, p.coverage, p.participants]),
      keys.get(goal.scheme),
    ];
    return remember(cache, JSON.stringify(["assessment", ...known]), () =>
      assess(goal, draws, input, ownYearBase(input, goal.scheme, goal.year, cache)),
    );
  });
  return {
    schema: "covercast/projection/1",
    input,
    summary: summarize(draws, input.run.bands, keys, cache),
    assessments,
    attributions: explain ? attribute(input, cache) : [],
    notes: [
      ...notes(input, cut),
      ...goalNotes(input, assessments, explain ? verdicts : null),
      ...formulaNotes(input, held),
      ...leverCosts(input, draws, cache).flatMap((cost) => costNote(input, cost) ?? []),
    ],
  };
}

function notes(input: ProjectionInput, cut: ReadonlyMap<string, number>): Note[] {
  const found: Note[] = [];
  for (const [id, share] of cut) {
    const scheme = input.schemes.find((s) => s.id === id);
    if (share === 0 || !scheme) continue;
    const percent = percentOf(share);
    found.push({
      code: "lever/cut-at-ceiling",
      subject: id,
      message: say(
        (w) =>
          `${w.name(scheme)}: in ${percent}% of the simulated futures the measures ran out of people to enrol and were cut at the ceiling.`,
        (w) =>
          `${w.name(scheme)}: trong ${percent}% số tương lai mô phỏng, các biện pháp hết người để vận động và bị chặn ở mức trần.`,
      ),
    });
  }
  for (const goal of input.goals) {
    const scheme = input.schemes.find((s) => s.id === goal.scheme);
    const ceiling = scheme?.trend?.ceiling ?? 1;
    if (goal.measure === "coverage" && scheme?.within === null && goal.value >= ceiling)
      found.push({
        code: "goal/at-ceiling",
        subject: goal.id,
        message: say(
          (w) =>
            `${w.name(scheme)}, ${w.percent(goal.value)} by ${goal.year}: that is the upper limit of the model; coverage comes near it, never to it.`,
          (w) =>
            `${w.name(scheme)}, ${w.percent(goal.value)} vào năm ${goal.year}: đó là giới hạn trên của mô hình; tỷ lệ bao phủ chỉ tiến gần, không đạt tới.`,
        ),
      });
  }
  return found;
}

const percentOf = (share: number) => (share < 0.01 ? "<1" : (share * 100).toFixed(0));

/** Names a lever by its title, or by its id where it has none. */
function nameOf(input: ProjectionInput, lever: string): LocalText {
  return input.scenario.levers.find(({ id }) => id === lever)?.title ?? { en: lever };
}

/** Tells where the formula of a lever gave no number, or one outside what coverage can be. */
function formulaNotes(input: ProjectionInput, held: ReadonlyMap<string, number>): Note[] {
  return [...held].flatMap(([lever, share]): Note[] => {
    if (share === 0) return [];
    const [percent, title] = [percentOf(share), nameOf(input, lever)];
    return [
      {
        code: "lever/formula-held",
        subject: lever,
        message: {
          en: `${title.en}: in ${percent}% of the simulated futures the formula gave no number or one that cannot be, and was held at the border or at the year before.`,
          vi: `${title.vi ?? title.en}: trong ${percent}% số tương lai mô phỏng, công thức không cho ra số hoặc cho ra số không thể có, nên được giữ ở giới hạn hoặc ở mức năm trước.`,
        },
      },
    ];
  });
}

/** Tells what a lever costs in its first whole year and in the last one simulated. */
function costNote(input: ProjectionInput, { lever, currency, priceYear, years, mean }: LeverCost): Note | null {
  const title = nameOf(input, lever);
  const from = mean.findIndex((cost) => cost > 0);
  if (from < 0) return null;
  const last = years.length - 1;
  const shown = [...new Set([Math.min(from + 1, last), last])];
  const list = (money: (cost: number) => string, joined: (amount: string, year: number) => string) =>
    shown.map((y) => joined(money(mean[y]), years[y])).join(", ");
  const size = Math.abs(mean[last]) >= 1e9 ? 1e9 : 1e6;
  const digits = (cost: number) => String(Number((cost / size).toPrecision(3)));
  const en = list(
    (cost) => `${digits(cost)} ${size === 1e9 ? "billion" : "million"} ${currency}`,
    (amount, year) => `${amount} in ${year}`,
  );
  const vi = list(
    (cost) => `${digits(cost).replace(".", ",")} ${size === 1e9 ? "tỷ" : "triệu"} ${currency}`,
    (amount, year) => `${amount} năm ${year}`,
  );
  return {
    code: "lever/cost",
    subject: lever,
    message: {
      en: `${title.en}: what is paid for participants comes to ${en}${priceYear === null ? "" : `, in prices of ${priceYear}`} (mean of the simulated futures).`,
      vi: `${title.vi ?? title.en}: chi cho người tham gia là ${vi}${priceYear === null ? "" : `, giá năm ${priceYear}`} (trung bình các tương lai mô phỏng).`,
    },
  };
}
