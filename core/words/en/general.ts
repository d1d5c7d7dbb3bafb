import type { general as zhCN } from "../zh-cn/general.ts";

export const general: Readonly<Record<keyof typeof zhCN, string>> = {
  "page-footer": "Page &P of &N",
  "pick-from-list": "Please choose from the list",
  "type-a-date": "Please type a date such as 2026-11-30",
  "host-says": "{sentence}",
};
