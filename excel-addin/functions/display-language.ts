/// <reference types="office-js" />
import type { Language } from "../../core/index.ts";

/** The language of Excel's own menus; English until Excel has said it, and for every language but Chinese. */
export function displayLanguage(): Language {
  const context = typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined);
  return /^zh\b/i.test(context?.displayLanguage ?? "") ? "zh-CN" : "en";
}
