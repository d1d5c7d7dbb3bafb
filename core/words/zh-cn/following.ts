/** The life of resolutions and actions: what commands and hand edits come to. */
export const following = {
  "typed-changes": "读取了表格中直接填写的 {n} 处变化，已记入事项履历。",
  "retired-reason": "{name}离职",
  "due-put-back": "「{item}」的完成时限被清空，已恢复为 {due}；要改期请填新日期并写明原因。",
  "status-put-back": "「{item}」的状态被清空，已恢复为「{status}」。",
  "done-on-open": "「{item}」填了实际完成时间 {date}，状态却还没有完成；请把状态改为已完成，或清除该日期。",
  "done-undated": "「{item}」已完成，但没有实际完成时间，看不出是否按期；请填上日期。",
  "done-to-come": "「{item}」的实际完成时间 {date} 还没有到。",
  "verified-before-done": "「{item}」的验收日期 {verified} 早于实际完成时间 {done}。",
} as const;
