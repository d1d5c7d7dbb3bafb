import type { Command, Language } from "../../core/index.ts";
import { en } from "../../pane/words/en.ts";
import { zhCN } from "../../pane/words/zh-cn.ts";

/** In the order of a meeting's life. */
export const stages = ["prepare", "hold", "follow", "file", "workbook"] as const satisfies readonly Command["stage"][];

const languages = { "zh-CN": zhCN, en } as const;

/** The stage as the pane names it. */
export function wordOf(language: Language, stage: Command["stage"]): string {
  return languages[language][`stage-${stage}`];
}
