import { languageFor, languages } from "../report/language.ts";
import { isOpen } from "../report/subject.ts";
import { readFragment, writeFragment } from "./fragment.ts";
import type { PageState } from "./page-state.ts";
import { goTo } from "./session.ts";

/** Puts the page's state into its address, or takes it out where there is nothing to say. */
export function noteAddress({ session, printed, goal, language }: PageState, ownLocale: string): void {
  const locale = language.locale === ownLocale ? null : language.locale;
  const untouched =
    session.variant.base === printed.input.scenario.id &&
    Object.keys(session.variant.settings).length === 0 &&
    session.pins.length === 0 &&
    goal === null &&
    locale === null;
  const { variant, pins } = session;
  const address = (untouched ? null : writeFragment({ variant, pins, goal, locale })) ?? location.pathname;
  // A place on the page that somebody has gone to is left in the address until there is more to say.
  if (!untouched || location.hash.startsWith("#what-if")) history.replaceState(null, "", address);
}

/** Puts the whole state into the address, so that it can be handed on; tells whether it has room there. */
export function noteWholeAddress({ session: { variant, pins }, goal, language }: PageState): boolean {
  const address = writeFragment({ variant, pins, goal, locale: language.locale });
  if (address !== null) history.replaceState(null, "", address);
  return address !== null;
}

/** Takes the state over that the address holds; null where it holds none, else whether all of it made sense so far. */
export function takeAddress(page: PageState): { readonly clean: boolean } | null {
  const found = readFragment(location.hash);
  if (!found) return null;
  const { run, printed, shown } = page;
  const { base: named } = found.variant;
  const known = named === "" || run.projections.some((p) => p.input.scenario.id === named);
  const base = known && named !== "" ? named : printed.input.scenario.id;
  if (found.locale && Object.hasOwn(languages, found.locale)) page.language = languageFor(found.locale);
  const isGoal = shown.projection.assessments.some((a) => a.goal.id === found.goal && isOpen(a));
  page.goal = isGoal ? found.goal : null;
  page.session = goTo({ ...page.session, pins: found.pins }, { ...found.variant, base });
  return { clean: known && found.strange === 0 };
}
