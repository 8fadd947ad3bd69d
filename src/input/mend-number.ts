import type { Unit } from "./typed-number.ts";

/** What is known of how a unit is written. */
interface Form {
  readonly unit: Unit;
  readonly suffixes: readonly string[];
}

/** Units as people write them, in English and Vietnamese, behind the suffix that is meant; what it is of stands last. */
const spellings: readonly (readonly [suffix: string, words: string, noun: string])[] = [
  ["%", "% percent pct phần_trăm per_cent %_năm", "a share"],
  [
    "pp",
    "pp ppt ppts pps %pt %-points point points pct_pts percentage_point percentage_points điểm điểm_% điểm_phần_trăm",
    "percentage points",
  ],
  ["k", "k thousand nghìn ngàn", "a count in thousands"],
  ["M", "m mn mio mln million millions triệu tr", "a count in millions"],
  ["bn", "b bn billion billions tỷ tỉ", "a count in billions"],
  ["tn", "tn trillion trillions nghìn_tỷ", "a count in trillions"],
  ["y", "y yr yrs year years năm", "a length of time"],
  ["mo", "mo mos mth mths month months tháng", "a length of time"],
  ["d", "d day days ngày", "a length of time"],
  ["w", "w wk wks week weeks tuần", "a length of time"],
];
const suffixOf = new Map(
  spellings.flatMap(([suffix, words]) => words.split(" ").map((word) => [word, suffix] as const)),
);
const nounOf = new Map(spellings.map(([suffix, , noun]) => [suffix, noun]));

/** Words that the key says already: that a rate is one of a year, that people are counted, which money it is. */
const yearly = /\s*(?:(?:\/|per|a|each|mỗi|một|hàng)?\s*(?:year|yr|y|annum|năm)|p\.?\s?a\.?|annually|yearly)$/u;
const told: Partial<Record<Unit, RegExp>> = {
  share: yearly,
  "rate-per-year": yearly,
  "points-per-year": yearly,
  people: /\s*(?:people|persons?|workers?|members?|người|lao động)$/u,
  money: /\s*(?:vnd|vnđ|đồng|đ|₫|usd|us\$|\$|€|eur|idr|rp)$/u,
};

/**
 * Returns text that a unit's own reader takes for what somebody meant by other text: `1,2 triệu` is 1.2M of people, `18
 * tháng` and `1y 6mo` are 18mo, `1.200.000` is 1200000, `12` is 12% of a share. Null where that cannot be told.
 */
export function mendNumber(text: string, form: Form, reads: (text: string) => boolean): string | null {
  const { unit } = form;
  // A capital M is a million, of whatever; a small one may be a month.
  if (unit === "years" && /\dM$/.test(text.trim().replace(" ", ""))) return null;
  const take = (candidate: string) => (reads(candidate) ? candidate : null);
  const clean = tidy(text);
  const whole = years(clean);
  if (unit === "years" && whole !== null) return take(whole);
  const parts = split(clean, unit);
  if (parts === null) return null;
  const { digits, suffix } = parts;
  if (suffix === null) return null;
  // Points and percent are two things, but whoever writes one where the other is due means this number.
  if (suffix === "%" && unit === "number") return take(round(Number(`${digits}e-2`)));
  if (suffix === "%" && unit === "points-per-year") return take(`${digits}pp`);
  if (suffix === "pp" && form.suffixes.includes("%")) return take(`${digits}%`);
  if (form.suffixes.includes(suffix)) return take(`${digits}${suffix}`);
  if (suffix === "w") return form.suffixes.includes("d") ? take(`${round(Number(digits) * 7)}d`) : null;
  if (suffix === "bn" && form.suffixes.includes("M")) return take(`${round(Number(digits) * 1000)}M`);
  // A bare 12 for 12 %, a bare 1.2 for 1.2 million: only where the plain number cannot be what is meant.
  if (suffix !== "") return null;
  const usual = { share: "%", "rate-per-year": "%", "points-per-year": "pp", people: "M" }[unit as string];
  return take(digits) ?? (usual === undefined ? null : take(`${digits}${usual}`));
}

/** Says what text is that was read as a number of another unit: `a length of time`; null where that cannot be told. */
export function namedUnit(text: string): string | null {
  const parts = split(tidy(text), "number");
  return parts?.suffix ? (nounOf.get(parts.suffix) ?? null) : null;
}

/** Writes letters, digits, signs and spaces in their plain forms, and leaves out words such as `about`. */
function tidy(text: string): string {
  return text
    .slice(0, 60)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^[\u2212\u2013\u2010](?=\d)/, "-")
    .replace(/^(?:[~≈≤≥<>=]|about|around|circa|khoảng|gần|hơn)\s*/u, "")
    .replace(/\s+/g, " ")
    .trim();
}

function split(clean: string, unit: Unit): { readonly digits: string; readonly suffix: string | null } | null {
  const parts = /^([$€]?)([+-]?)((?:\d[\d.,'_ ]*|\.\d+))(.*)$/u.exec(clean);
  const digits = parts === null ? null : plainDigits(parts[3].trim(), unit);
  if (parts === null || digits === null || (parts[1] !== "" && unit !== "money")) return null;
  const word = parts[4].trim();
  const bare = word.replace(told[unit] ?? /^$/, "").trim();
  // A length of time is written in the very words that end a rate.
  const suffix = [word, bare].map((name) => suffixFor(name, unit)).find((found) => found !== null) ?? null;
  return { digits: `${parts[2]}${digits}`, suffix };
}

function suffixFor(word: string, unit: Unit): string | null {
  if (word === "") return "";
  if (unit === "years" && word === "m") return "mo";
  return suffixOf.get(word.replaceAll(" ", "_").replace(/\.$/, "")) ?? null;
}

/** Reads marks between digits: one that comes twice parts thousands, so does the first of two kinds. */
function plainDigits(text: string, unit: Unit): string | null {
  const marks = [...new Set(text.replace(/\d/g, ""))];
  const bare = (part: string) => part.replace(/\D/g, "");
  if (marks.length === 0) return text;
  if (marks.length > 2) return null;
  const at = text.lastIndexOf(marks[marks.length - 1]);
  const twice = text.indexOf(marks[0]) !== text.lastIndexOf(marks[0]);
  const groups = /^\d{1,3}(?:\D\d{3})+$/.test(text);
  if (marks.length === 2 && /[.,]/.test(marks[1])) return `${bare(text.slice(0, at))}.${bare(text.slice(at))}`;
  if (marks.length === 2) return null;
  if (twice || /[ '_]/.test(marks[0])) return groups ? bare(text) : null;
  const counted = unit === "people" || unit === "money";
  if (groups && counted && !text.startsWith("0")) return bare(text);
  return text.replace(",", ".");
}

/** Adds up years and months: `1y6mo`, `1 year 6 months`, `1 năm 6 tháng` are 18 months; null for anything else. */
function years(clean: string): string | null {
  const parts = /^(\d{1,3}) ?(?:y|yr|years?|năm) ?(?:and |và )?(\d{1,3}) ?(?:mo|m|months?|tháng)$/u.exec(clean);
  if (parts) return `${Number(parts[1]) * 12 + Number(parts[2])}mo`;
  if (/^(?:half a year|nửa năm)$/u.test(clean)) return "6mo";
  const period = /^p(?:(\d{1,3})y)?(?:(\d{1,3})m)?$/.exec(clean);
  if (period && (period[1] ?? period[2]) !== undefined)
    return period[2] === undefined ? `${period[1]}y` : `${Number(period[1] ?? 0) * 12 + Number(period[2])}mo`;
  return null;
}

const round = (x: number) => String(Number(x.toPrecision(12)));
