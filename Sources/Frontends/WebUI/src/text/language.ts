export const languages = ["en", "de"] as const;
export type Language = typeof languages[number];

/** Each language in its own words. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

const storageKey = "ecas.language";

function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value);
}

/** The language chosen before, else the first of the browser's that the page speaks, else English. */
export function initialLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.split("-")[0]).find(isLanguage) ?? "en";
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

/** The browser's own variant of a language (`en-GB` for `en`), for the way dates and numbers are written. */
export function localeOf(language: Language, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => tag.split("-")[0] === language) ?? language;
}
