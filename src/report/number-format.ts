/** Every number, date and interval a reader meets, by locale; the terminal and the reports share it. */
export interface NumberFormat {
  /** 0.4513 as `45.1%`; one decimal unless told. */
  percent(share: number, decimals?: number): string;
  /** Percentage points without their unit, signed: 0.034 as `+3.4`. */
  points(share: number): string;
  /** Percentage points without unit and sign: -0.034 as `3.4`. */
  pointsSize(share: number): string;
  /** 21316000 as `21.3 million`; below a million three significant digits: `543,000`. */
  people(persons: number): string;
  /** 21316437 as `21,316,437` and 18200000 as `18.2 million`: no digit that was published is lost. */
  count(persons: number): string;
  /** The same as `people` with a sign, also for a gain. */
  peopleChange(persons: number): string;
  /** Probability, never finer than its Monte Carlo error allows and never 0 or 1: `<1%`, `37%`, `>99%`. */
  probability(probability: number, monteCarloError: number | null): string;
  /** 10000 as `10,000`. */
  integer(value: number): string;
  /** 1.0342 with the decimals asked for. */
  decimal(value: number, decimals: number): string;
  /** `95%, 97% and 100%`. */
  list(items: readonly string[]): string;
  /** ISO date within a sentence: `31 December 2024`. */
  date(iso: string): string;
  /** ISO date within a table: `31 Dec 2024`. */
  shortDate(iso: string): string;
  /** Separators and percent sign as d3-format, and so Vega, wants them. */
  readonly chartLocale: {
    readonly decimal: string;
    readonly thousands: string;
    readonly grouping: readonly number[];
    readonly currency: readonly [string, string];
    readonly percent: string;
    readonly minus: string;
  };
}

/** Date styles of a language; the rest follows from its tag. */
export interface DateStyles {
  readonly long: Intl.DateTimeFormatOptions;
  readonly short: Intl.DateTimeFormatOptions;
}

/** Makes the formatter of one BCP 47 tag. */
export function numberFormat(tag: string, dates: DateStyles): NumberFormat {
  const number = cached((key: string) => new Intl.NumberFormat(tag, JSON.parse(key) as Intl.NumberFormatOptions));
  const format = (value: number, options: Intl.NumberFormatOptions) =>
    trueMinus(number(JSON.stringify(options)).format(value));
  const fixed = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const dateFormat = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { ...style, timeZone: "UTC" });
  const lists = new Intl.ListFormat(tag);
  const [long, short] = [dateFormat(dates.long), dateFormat(dates.short)];
  const percentSteps = (share: number) => format(share, { style: "percent", maximumFractionDigits: 0 });

  return {
    percent: (share, decimals = 1) => format(share, { style: "percent", ...fixed(decimals) }),
    points: (share) => format(share * 100, { ...fixed(1), signDisplay: "exceptZero" }),
    pointsSize: (share) => format(Math.abs(share) * 100, fixed(1)),
    people: (persons) => format(rounded(persons), peopleOptions(persons)),
    count: (persons) =>
      format(
        Math.round(persons),
        Math.abs(persons) >= 1e6 && persons % 1000 === 0 ? { ...compact, ...{ maximumFractionDigits: 3 } } : {},
      ),
    peopleChange: (persons) => format(rounded(persons), { ...peopleOptions(persons), signDisplay: "exceptZero" }),
    probability: (probability, monteCarloError) => {
      const step = probabilityStep(monteCarloError);
      if (probability < step) return `<${percentSteps(step)}`;
      if (probability > 1 - step) return `>${percentSteps(1 - step)}`;
      return percentSteps(Math.round(probability / step) * step);
    },
    integer: (value) => format(value, { maximumFractionDigits: 0 }),
    decimal: (value, decimals) => format(value, fixed(decimals)),
    list: (items) => lists.format(items),
    date: (iso) => long.format(utc(iso)),
    shortDate: (iso) => short.format(utc(iso)),
    chartLocale: chartLocale(tag),
  };
}

/**
 * Returns the steps in which a probability is printed: 1, 5 or 10 points.
 *
 * A step is honest when it is no smaller than two standard errors, the width that chance alone moves the figure by.
 */
export function probabilityStep(monteCarloError: number | null): number {
  const noise = 2 * (monteCarloError ?? 0);
  if (noise <= 0.0101) return 0.01;
  return noise <= 0.05 ? 0.05 : 0.1;
}

const compact = { notation: "compact", compactDisplay: "long" } as const;

/** From a million on words carry the size; one decimal from ten million, two below. */
function peopleOptions(persons: number): Intl.NumberFormatOptions {
  const size = Math.abs(rounded(persons));
  if (size < 1e6) return { maximumSignificantDigits: 3 };
  return { ...compact, maximumFractionDigits: size < 1e7 ? 2 : 1 };
}

/** Whole persons; 999,600 must become a million before its unit is chosen. */
function rounded(persons: number): number {
  return Number(Math.round(persons).toPrecision(Math.abs(persons) < 1e6 ? 3 : 15));
}

function trueMinus(text: string): string {
  return text.replace(/^-/, "\u2212");
}

function utc(iso: string): number {
  return Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10)));
}

function chartLocale(tag: string): NumberFormat["chartLocale"] {
  const parts = new Intl.NumberFormat(tag, { style: "percent", minimumFractionDigits: 1 }).formatToParts(12345.6);
  const part = (type: string, otherwise: string) => parts.find((p) => p.type === type)?.value ?? otherwise;
  const afterDigits = parts.slice(parts.findIndex((p) => p.type === "fraction") + 1);
  return {
    decimal: part("decimal", "."),
    thousands: part("group", ","),
    grouping: [3],
    currency: ["", ""],
    percent: afterDigits.map((p) => p.value).join("") || "%",
    minus: "\u2212",
  };
}

/** Makes each thing once, when it is first asked for: formatters are costly to make and cheap to use. */
export function cached<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
