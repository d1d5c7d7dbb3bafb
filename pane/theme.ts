import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { ThemeChoice } from "./device.ts";

type Look = Exclude<ThemeChoice, "automatic">;

const themes: Readonly<Record<Look, Theme>> = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };

const FORCED = "(forced-colors: active)";
const DARK = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  const queries = [FORCED, DARK].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

function systemLook(): Look {
  if (matchMedia(FORCED).matches) return "contrast";
  return matchMedia(DARK).matches ? "dark" : "light";
}

/** The person's choice; left to itself, what the system wants. Hosts say too little about their own theme to follow it. */
export function useTheme(choice: ThemeChoice): { readonly theme: Theme; readonly look: Look } {
  const system = useSyncExternalStore(subscribe, systemLook);
  const look = choice === "automatic" ? system : choice;
  return { theme: themes[look], look };
}
