import type { Named } from "../words/language.ts";

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
