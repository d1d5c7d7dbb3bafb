import type { Language } from "../core/index.ts";
import type { Profile, ThemeChoice } from "./device.ts";

const THEMES: readonly ThemeChoice[] = ["automatic", "light", "dark", "contrast"];
const LANGUAGES: readonly Language[] = ["zh-CN", "en"];

/** The profile of a device that nobody has used yet. */
export function standardProfile(language: Language): Profile {
  return { name: "", department: "", language, theme: "automatic", isIntroduced: false };
}

/** A profile that was kept as JSON. Another version may have written it: each value is taken only where it fits. */
export function profilePart(kept: string | null): Partial<Profile> {
  let value: unknown;
  try {
    value = JSON.parse(kept ?? "{}");
  } catch {
    return {};
  }
  if (typeof value !== "object" || value === null) return {};
  const { name, department, language, theme, isIntroduced } = value as Record<string, unknown>;
  const knownLanguage = LANGUAGES.find((each) => each === language);
  const knownTheme = THEMES.find((each) => each === theme);
  return {
    ...(typeof name === "string" ? { name } : {}),
    ...(typeof department === "string" ? { department } : {}),
    ...(typeof isIntroduced === "boolean" ? { isIntroduced } : {}),
    ...(knownLanguage ? { language: knownLanguage } : {}),
    ...(knownTheme ? { theme: knownTheme } : {}),
  };
}
