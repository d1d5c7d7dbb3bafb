import { en } from "./en.ts";
import type { Language } from "./language.ts";
import type { Words } from "./message.ts";
import { zhCN } from "./zh-cn.ts";

/** Everything that Concord says, for whoever works on a workbook. */
export const everyWord: Readonly<Record<Language, Words>> = { "zh-CN": zhCN, en };
