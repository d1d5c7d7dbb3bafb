import type { Language, Named } from "../words/language.ts";

/** A setting of the workbook: what it is called, what it does, and what holds where nobody set it. */
export interface Setting extends Named {
  readonly type: "text" | "integer" | "time" | "date" | "choice";
  /** As it stands in the cell; where the two languages differ, Chinese first. */
  readonly standard: string | readonly [zh: string, en: string];
  readonly choices?: Readonly<Record<string, Named>>;
  readonly range?: readonly [number, number];
  readonly noteZh: string;
  readonly noteEn: string;
}

/** What a setting does, in a language. */
export function noteIn(language: Language, { noteZh, noteEn }: Pick<Setting, "noteZh" | "noteEn">): string {
  return language === "en" ? noteEn : noteZh;
}
