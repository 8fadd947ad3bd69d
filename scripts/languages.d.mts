/** Returns what the list of languages must say. */
export function languageIndex(): string;
