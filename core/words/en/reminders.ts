import type { reminders as zhCN } from "../zh-cn/reminders.ts";

export const reminders: Readonly<Record<keyof typeof zhCN, string>> = {
  "level-0": "Reminder",
  "level-1": "Chase",
  "level-2": "Yellow card",
  "level-3": "Red card",
  "level-4": "Escalated to the general manager",
  "level-late": "Past its due date",
  "level-days": "{n} working {n|day|days} overdue",
  "level-chases": "Chased {n} {n|time|times} while overdue",
  "level-postponed": "Overdue although postponed {n} {n|time|times}",
  "level-meetings": "Overdue over {n} {n|meeting|meetings}",
  "level-by-hand": "Set by hand",
};
