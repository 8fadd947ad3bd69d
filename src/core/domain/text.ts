/** Text in several languages. */

/** Text by language tag; English always stands, since every other language falls back to it. */
export type LocalText = { readonly en: string } & { readonly [locale: string]: string };
