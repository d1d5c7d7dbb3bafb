export const general = {
  "page-footer": "第 &P 页 共 &N 页",
  "pick-from-list": "请从列表中选择",
  "type-a-date": "请输入日期，如 2026-11-30",
  "host-says": "{sentence}",
} as const;
