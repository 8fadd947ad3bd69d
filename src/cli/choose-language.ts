import { type Language, languageFor, languages } from "../report/language.ts";
import { UsageError } from "./command.ts";

/** Returns the language asked for, else the workspace's; refuses one that nothing is written in. */
export function chooseLanguage(asked: string | undefined, workspace: string): Language {
  if (asked === undefined) return languageFor(workspace);
  const language = languageFor(asked);
  if (language.locale === asked.toLowerCase().split(/[-_]/)[0]) return language;
  throw new UsageError(`--locale must be one of ${Object.keys(languages).join(", ")}, not ${asked}`);
}
