export type Language = "zh-CN" | "en";

/** Anything that has a name in both languages. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

export function nameIn(language: Language, named: Named): string {
  return language === "en" ? named.en : named.zh;
}
