import type { FittedCurve, SchemeInput } from "../../core/domain.ts";
import { type Command, exitCodes, type GlobalOptions, type Session, UsageError } from "../command.ts";
import { asOfDay } from "../settings.ts";
import type { Study } from "../study.ts";
import { suggest } from "../usage.ts";
import { asOfOption, localeOption } from "./options.ts";

interface FitOptions {
  readonly asOf?: string;
  readonly locale?: string;
  readonly explain: boolean;
  readonly scheme?: readonly string[];
  readonly data?: string;
  readonly x?: string;
  readonly y?: string;
  readonly expression?: string;
  readonly start?: string;
}

/** Shows what was fitted to each scheme, or fits a formula to any table. */
export const fit: Command<FitOptions> = {
  command: "fit [scheme..]",
  describe: "Show the curves fitted to each scheme; or fit a formula of yours to a table",
  positionals: { scheme: { type: "string", array: true, describe: "Only these schemes" } },
  options: {
    ...asOfOption,
    ...localeOption,
    explain: {
      type: "boolean",
      default: false,
      describe: "Also show each reading: how well the ones before foretold it, and what the forecast would be without",
    },
    data: { type: "string", describe: "CSV table to fit a formula to, instead of the workspace" },
    x: { type: "string", describe: "Its column or columns that explain (x in the formula if there is one): year" },
    y: { type: "string", describe: "Its column that is explained, or a formula of columns: log(y)" },
    expression: { type: "string", describe: 'Formula in mathjs notation: "b1*(1-exp(-b2*x))"' },
    start: { type: "string", describe: "Its parameters and where the search begins: b1=500,b2=0.0001" },
  },
  examples: [
    ["fit", "curves, weights, parameters, calibration, warnings"],
    ["fit ui --explain", "which readings carry the forecast, and which came as a surprise"],
    ["fit hi --as-of 2024-11-24", "one scheme, as it would have been fitted that day"],
    ['fit --data t.csv --x x --y y --expression "a*exp(-b*x)" --start a=1,b=0.1', "a formula, by least squares"],
  ],
  async run(options: FitOptions & GlobalOptions, session: Session) {
    return options.data === undefined ? showTrends(options, session) : fitTable(options, options.data, session);
  },
};

async function showTrends(options: FitOptions & GlobalOptions, { terminal, cwd }: Session) {
  const [{ openStudy }, { prepareScenario }, { chooseLanguage }, { showTrend }, { curveOf }] = await Promise.all([
    import("../study.ts"),
    import("../run/project-scenarios.ts"),
    import("../choose-language.ts"),
    import("../show/show-trends.ts"),
    import("../../core/curves/index.ts"),
  ]);
  const study = openStudy({ workspace: options.workspace, cwd, asOf: asOfDay(options.asOf), only: [] });
  const known = study.workspace.schemes.filter(({ sumOf }) => sumOf.length === 0).map(({ id }) => id);
  const asked = options.scheme ?? [];
  const wrong = asked.filter((id) => !known.includes(id));
  if (wrong.length > 0)
    throw new UsageError(
      [
        ...wrong.map((id) => `There is no trend of a scheme ${id}.${suggest(id, known)}`),
        `Schemes with a trend of their own: ${known.join(", ")}`,
      ].join("\n"),
    );
  const { schemes } = prepareScenario(study, study.reference, study.workspace.run);
  const fitted = schemes.flatMap((scheme) =>
    scheme.trend && (asked.length === 0 || asked.includes(scheme.id)) ? { scheme, trend: scheme.trend } : [],
  );
  const explained = options.explain ? await explainTrends(study, fitted) : null;
  if (options.json) {
    const trends = fitted.map(({ trend }, i) => ({ ...trend, ...(explained && { readings: explained[i] }) }));
    terminal.print(JSON.stringify({ trends }, null, 2));
  } else {
    const language = chooseLanguage(options.locale, study.workspace.locale);
    const label = (curve: FittedCurve) => language.local(curveOf(curve).label);
    const { showInfluence } = await import("../show/show-influence.ts");
    for (const [i, { scheme, trend }] of fitted.entries()) {
      showTrend(scheme, trend, label, language, terminal);
      if (explained) showInfluence(explained[i], study.workspace.run.horizon, language, terminal);
    }
  }
  return exitCodes.done;
}

/** Works out what each reading means for the trend of its scheme. */
async function explainTrends({ workspace, reference, atOrigin }: Study, fitted: readonly { scheme: SchemeInput }[]) {
  const [{ influence }, { readingsOf }] = await Promise.all([
    import("../../core/explain/influence.ts"),
    import("../../core/prepare.ts"),
  ]);
  return workspace.schemes
    .filter(({ id }) => fitted.some(({ scheme }) => scheme.id === id))
    .map((scheme) => {
      const settings = { ...scheme.trend, ...reference.trend[scheme.id] };
      const readings = readingsOf(scheme, workspace.schemes, atOrigin.histories, settings);
      const request = {
        scheme: scheme.id,
        years: readings.map(({ year }) => year),
        shares: readings.map(({ share }) => share),
        rounding: readings.map(({ rounding }) => rounding),
        settings,
        ...(workspace.curves && { definitions: workspace.curves }),
      };
      return influence(request, workspace.run.horizon);
    });
}

async function fitTable(options: FitOptions & GlobalOptions, data: string, { terminal, cwd }: Session) {
  const { x, y, expression, start } = options;
  const missing = Object.entries({ x, y, expression, start }).flatMap(([name, given]) => (given ? [] : `--${name}`));
  if (!x || !y || !expression || !start) throw new UsageError(`fit --data also needs ${missing.join(", ")}`);
  const [{ fitExpression }, { showExpressionFit }] = await Promise.all([
    import("../journeys/fit-expression.ts"),
    import("../show/show-expression-fit.ts"),
  ]);
  const found = fitExpression({ cwd, data, x: x.split(","), y, expression, start });
  if (options.json) terminal.print(JSON.stringify(found, null, 2));
  else showExpressionFit(found, terminal);
  return found.status === "failed" ? exitCodes.refused : exitCodes.done;
}
