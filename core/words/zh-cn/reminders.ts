export const reminders = {
  "level-0": "提醒",
  "level-1": "催办",
  "level-2": "督办(黄牌)",
  "level-3": "通报(红牌)",
  "level-4": "升级至总经理",
  "level-late": "已过完成时限",
  "level-days": "逾期满 {n} 个工作日",
  "level-chases": "逾期后已催办 {n} 次",
  "level-postponed": "延期 {n} 次后仍逾期",
  "level-meetings": "逾期跨 {n} 次会议",
  "level-by-hand": "手工设定",
} as const;
