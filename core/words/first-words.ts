import { addin as addinEn } from "./en/addin.ts";
import { functions as functionsEn } from "./en/functions.ts";
import { general as generalEn } from "./en/general.ts";
import { addin } from "./zh-cn/addin.ts";
import { functions } from "./zh-cn/functions.ts";
import { general } from "./zh-cn/general.ts";

/** What is said before any workbook was read: by the page that is still loading, and by the functions of a sheet. */
export const firstWords = {
  "zh-CN": { ...general, ...addin, ...functions },
  en: { ...generalEn, ...addinEn, ...functionsEn },
} as const;
