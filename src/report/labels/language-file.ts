/** What one language needs; `words` is complete or does not compile. */
export interface LanguageFile<Words> {
  /** BCP 47 tag that numbers and dates are formatted with. */
  readonly tag: string;
  /** The language's name in itself. */
  readonly name: string;
  /** A date within a sentence, and one within a table. */
  readonly date: { readonly long: Intl.DateTimeFormatOptions; readonly short: Intl.DateTimeFormatOptions };
  readonly words: Words;
}
