import { Segmented } from "../components/Segmented";
import { languageNames, languages } from "../text/language";
import { useText } from "../text/TextProvider";
import type { ThemeChoice } from "./theme";
import { chooseTheme, useThemeChoice } from "./theme";

/** Appearance and language. */
export function Preferences(): JSX.Element {
  const { t, language, setLanguage } = useText();
  const theme = useThemeChoice();
  return (
    <div className="preferences">
      <Segmented<ThemeChoice>
        name="theme"
        legend={t("theme.legend")}
        value={theme}
        onChange={chooseTheme}
        options={[
          { value: "system", label: t("theme.system"), icon: "auto" },
          { value: "light", label: t("theme.light"), icon: "sun" },
          { value: "dark", label: t("theme.dark"), icon: "moon" },
        ]}
      />
      <Segmented
        name="language"
        legend={t("language.legend")}
        value={language}
        onChange={setLanguage}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
    </div>
  );
}
