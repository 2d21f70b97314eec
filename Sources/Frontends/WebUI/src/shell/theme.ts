import { useSyncExternalStore } from "react";

/** What the user chose: to follow the system, or one of the two. */
export type ThemeChoice = "system" | "light" | "dark";

const storageKey = "ecas.theme";
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let choice: ThemeChoice = storedChoice();

function storedChoice(): ThemeChoice {
  const stored = localStorage.getItem(storageKey);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function apply(): void {
  const dark = choice === "dark" || (choice === "system" && systemIsDark.matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

/** Colours the page, before anything is drawn, and follows the system from then on. */
export function startTheme(): void {
  apply();
  systemIsDark.addEventListener("change", apply);
}

export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  if (next === "system") localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, next);
  apply();
  listeners.forEach((listener) => listener());
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => choice,
  );
}
