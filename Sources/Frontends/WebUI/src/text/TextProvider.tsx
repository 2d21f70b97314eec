import i18next from "i18next";
import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { english } from "./english";
import type { TextKey } from "./english";
import { Formats } from "./Formats";
import { german } from "./german";
import type { Language } from "./language";
import { initialLanguage, localeOf, storeLanguage } from "./language";

/** The text of a key in the user's language. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, unknown>>) => string;

interface Text {
  readonly t: Translate;
  readonly formats: Formats;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

void i18next.init({
  lng: initialLanguage(),
  fallbackLng: "en",
  resources: { en: { translation: english }, de: { translation: german } },
  keySeparator: false,
  nsSeparator: false,
  initImmediate: false,
  // React escapes what it draws.
  interpolation: { escapeValue: false },
});

const TextContext = createContext<Text | undefined>(undefined);

/** Gives every view its texts and the way numbers and dates are written. */
export function TextProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const [language, setLanguage] = useState(initialLanguage);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = i18next.dir(language);
  }, [language]);

  const text = useMemo<Text>(() => ({
    t: i18next.getFixedT(language),
    formats: new Formats(localeOf(language)),
    language,
    setLanguage: (next) => {
      storeLanguage(next);
      setLanguage(next);
    },
  }), [language]);

  return <TextContext.Provider value={text}>{children}</TextContext.Provider>;
}

export function useText(): Text {
  const text = useContext(TextContext);
  if (text === undefined) throw new Error("useText is used outside TextProvider.");
  return text;
}
