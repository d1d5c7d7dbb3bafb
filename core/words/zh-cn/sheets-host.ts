/** What Google Sheets refuses. */
export const sheetsHost = {
  "sheets-protected": "这张表格中有受保护的区域，您的账号不能写入。请让所有者解除保护或把您加为编辑者，再运行一次，会接着完成。",
  "sheets-not-permitted": "您的账号没有给 Concord 这项权限（{detail}）。请从菜单再运行一次并在 Google 询问时同意；其余功能不受影响。",
  "sheets-failed": "Google 表格报告错误：{detail}。可能只写入了一部分，请再运行一次，会接着完成。",
  "sheets-time-up": "Google 对一次运行限时 6 分钟，时间将到，已在一步做完之后停下；已写入的内容都有效。请再运行一次，会接着完成。",
} as const;
