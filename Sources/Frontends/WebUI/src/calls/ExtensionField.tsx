import { useEffect, useRef, useState } from "react";
import { useText } from "../text/TextProvider";

/** Typing rests this long, in milliseconds, before the list is asked for. */
const restBeforeSearch = 300;

interface ExtensionFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The extension to show; asks only when typing rests. */
export function ExtensionField({ value, onChange }: ExtensionFieldProps): JSX.Element {
  const { t } = useText();
  const [typed, setTyped] = useState(value);
  const change = useRef(onChange);
  change.current = onChange;

  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = window.setTimeout(() => change.current(typed.trim()), restBeforeSearch);
    return () => window.clearTimeout(timer);
  }, [typed, value]);

  return (
    <label className="field field-short" htmlFor="filter-extension">
      <span>{t("filter.extension")}</span>
      <input
        id="filter-extension" type="search" autoComplete="off" spellCheck={false} inputMode="tel"
        value={typed} onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}
