import type { Assessment, Goal, LocalText, Note, ProjectionInput, SchemeInput } from "../domain.ts";
import { say, type Words } from "../history/say.ts";
import type { CurveVerdict } from "./curve-verdicts.ts";

/** A curve's verdict differs where its probability lies on the other side of one half and this far off. */
const DIFFERS = 0.1;

/**
 * Warns of what a reader must know before quoting a goal's probability: it is met already, it is met at the year end alone,
 * it hangs on one curve, a new definition of the base would decide it. Goals that differ by the instrument alone are warned of
 * once. `verdicts` tells what each curve alone would make of a goal; without it the curves are not asked.
 */
export function goalNotes(
  input: ProjectionInput,
  assessments: readonly Assessment[],
  verdicts: ((goal: Goal) => readonly CurveVerdict[]) | null,
): Note[] {
  const open = assessments.filter((a) => a.probability !== null && !a.outcome?.knownAtOrigin);
  return open
    .filter(({ goal }, i) => open.findIndex((other) => sameAim(other.goal, goal)) === i)
    .flatMap((assessment) => {
      const scheme = input.schemes.find((s) => s.id === assessment.goal.scheme);
      if (!scheme) return [];
      return [
        alreadyMet(assessment, scheme),
        campaignPeak(assessment, scheme, input),
        verdicts && curveDependent(assessment, scheme, input, verdicts(assessment.goal)),
        baseRedefined(assessment, scheme, input),
      ].filter((note): note is Note => note !== null);
    });
}

/** Tells whether two goals ask for the same, whoever set them. */
export function sameAim(a: Goal, b: Goal): boolean {
  return (["scheme", "year", "measure", "value", "comparator"] as const).every((key) => a[key] === b[key]);
}

const comparators = {
  en: { "at-least": "at least ", "more-than": "more than ", about: "" },
  vi: { "at-least": "ít nhất ", "more-than": "trên ", about: "" },
};

const aim = ({ measure, value, comparator }: Goal, w: Words, locale: "en" | "vi") =>
  comparators[locale][comparator] + (measure === "coverage" ? w.percent(value) : w.people(value));

const note = (code: string, { id }: Goal, message: LocalText): Note => ({ code, subject: id, message });

function alreadyMet({ goal, alreadyMet: met }: Assessment, scheme: SchemeInput): Note | null {
  const last = scheme.history.points.at(-1);
  if (!met || !last) return null;
  const value = (w: Words) => (goal.measure === "coverage" ? w.percent(last.coverage) : w.people(last.participants));
  return note(
    "goal/already-met",
    goal,
    say(
      (w) =>
        `${w.name(scheme)}, ${aim(goal, w, "en")} by ${goal.year}: the last reading, ${value(w)} at the end of ${last.year}, meets the goal already; the question is whether that holds.`,
      (w) =>
        `${w.name(scheme)}, ${aim(goal, w, "vi")} vào năm ${goal.year}: số liệu gần nhất, ${value(w)} cuối năm ${last.year}, đã đạt mục tiêu; vấn đề là có giữ được không.`,
    ),
  );
}

function campaignPeak({ goal, reached }: Assessment, scheme: SchemeInput, { peaks = [] }: ProjectionInput) {
  const peak = peaks.find((p) => p.scheme === scheme.id);
  if (!peak || !reached || reached.p50 < goal.value) return null;
  const margin = 1 - goal.value / reached.p50;
  if (margin >= peak.lead) return null;
  const readings = { en: peak.readings === 1 ? "reading" : "readings", years: peak.years === 1 ? "year" : "years" };
  return note(
    "goal/campaign-peak",
    goal,
    say(
      (w) =>
        `${w.name(scheme)}, ${aim(goal, w, "en")} by ${goal.year}: the middle future passes the goal at the year end by ${w.percent(margin, 1)} of its people, but in other months ${w.percent(peak.lead, 1)} of them are usually missing (${peak.readings} ${readings.en} of ${peak.years} ${readings.years}): it may be met only at the peak of a campaign.`,
      (w) =>
        `${w.name(scheme)}, ${aim(goal, w, "vi")} vào năm ${goal.year}: tương lai trung vị vượt mục tiêu vào cuối năm với khoảng dư bằng ${w.percent(margin, 1)} số người, nhưng các tháng khác thường thiếu ${w.percent(peak.lead, 1)} (${peak.readings} số liệu của ${peak.years} năm): mục tiêu có thể chỉ đạt vào đỉnh của đợt vận động cuối năm.`,
    ),
  );
}

function curveDependent(
  { goal, probability }: Assessment,
  scheme: SchemeInput,
  input: ProjectionInput,
  verdicts: readonly CurveVerdict[],
) {
  const all = probability ?? 0;
  const others = verdicts.filter(
    (v) => v.probability >= 0.5 !== all >= 0.5 && Math.abs(v.probability - all) >= DIFFERS,
  );
  if (others.length === 0) return null;
  const far = others.reduce((top, v) => (Math.abs(v.probability - all) > Math.abs(top.probability - all) ? v : top));
  const of = input.schemes.find((s) => s.id === far.scheme) ?? scheme;
  const chance = (p: number, w: Words) => (p < 0.01 ? "<1%" : p > 0.99 ? ">99%" : w.percent(p, 0));
  return note(
    "goal/curve-dependent",
    goal,
    say(
      (w) =>
        `${w.name(scheme)}, ${aim(goal, w, "en")} by ${goal.year}: the curves together give a chance of ${chance(all, w)}, but “${far.curve.en}” of ${w.name(of)} alone would give ${chance(far.probability, w)}: the verdict hangs on how the past is carried on.`,
      (w) =>
        `${w.name(scheme)}, ${aim(goal, w, "vi")} vào năm ${goal.year}: các đường cong kết hợp cho xác suất ${chance(all, w)}, nhưng riêng đường “${far.curve.vi ?? far.curve.en}” của ${w.name(of)} cho ${chance(far.probability, w)}: nhận định phụ thuộc vào cách kéo dài quá khứ.`,
    ),
  );
}

function baseRedefined({ goal, reached }: Assessment, scheme: SchemeInput, { bases }: ProjectionInput): Note | null {
  const links = bases.find((b) => b.base === scheme.base)?.links ?? [];
  if (goal.measure !== "coverage" || !reached || links.length === 0) return null;
  // The same people, divided by a base that is so much smaller or larger.
  const moves = (factor: number) => reached.p50 * Math.abs(1 / factor - 1);
  const link = links.reduce((top, l) => (moves(l.factor) > moves(top.factor) ? l : top));
  const gap = Math.abs(reached.p50 - goal.value);
  if (moves(link.factor) <= gap) return null;
  return note(
    "goal/base-redefined",
    goal,
    say(
      (w) =>
        `${w.name(scheme)}, ${aim(goal, w, "en")} by ${goal.year}: the base was redefined before (${link.date}, by ${w.percent(link.factor - 1, 1)}); another such change would move coverage by ${w.points(moves(link.factor))}, more than the ${w.points(gap)} between the middle future and the goal.`,
      (w) =>
        `${w.name(scheme)}, ${aim(goal, w, "vi")} vào năm ${goal.year}: mẫu số đã từng được định nghĩa lại (${link.date}, ${w.percent(link.factor - 1, 1)}); một thay đổi như vậy nữa sẽ làm tỷ lệ bao phủ dịch chuyển ${w.points(moves(link.factor))}, nhiều hơn khoảng cách ${w.points(gap)} giữa tương lai trung vị và mục tiêu.`,
    ),
  );
}
