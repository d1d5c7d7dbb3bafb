/** What Google Sheets refuses, and what it says besides. */
export const sheetsHost = {
  "sheets-protected": "这张表格中有受保护的区域，您的账号不能写入。请让所有者解除保护或把您加为编辑者，再运行一次，会接着完成。",
  "sheets-not-permitted": "您的账号没有给 Concord 这项权限（{detail}）。请从菜单再运行一次并在 Google 询问时同意；其余功能不受影响。",
  "sheets-failed": "Google 表格报告错误：{detail}。可能只写入了一部分，请再运行一次，会接着完成。",
  "sheets-time-up": "Google 对一次运行限时 6 分钟，时间将到，已在一步做完之后停下；已写入的内容都有效。请再运行一次，会接着完成。",
  "sheets-not-done": "Google 表格报告错误：{detail}。一次写入要么全部完成、要么什么都不改：这次什么都没有写入。请再运行一次。",
  "sheets-unsure": "Google 表格报告错误，也没有说明是否已经写入：{detail}。请再运行一次：已写入的不会重复。",
  "sheets-api-missing":
    "设置「Google 表格写入方式」是一次写入，但这个脚本没有 Sheets API，所以改为逐步写入。请用 npm run sheets:push -- --all-at-once 重新推送，或在脚本编辑器的「服务」中添加 Google Sheets API（见 docs/sheets.md）；也可以把该设置改回逐步写入。",
  "sheets-api-refused":
    "设置「Google 表格写入方式」是一次写入，但 Google 没有放行 Sheets API（{detail}），所以改为逐步写入。请从菜单再运行一次并勾选「查看、修改、创建和删除您的所有 Google 表格」，或把该设置改回逐步写入。",
  "sheets-groups-left-out":
    "工作表「{sheet}」有 {n} 组可折叠的行列，逐步写入最多做 {most} 组，所以没有折叠。请改用筛选（数据 > 创建过滤器），或改为一次写入（见 docs/sheets.md）。",
  "sheets-charts-unnamed": "图表已画好，但 Google 没有接受图例和坐标轴的文字（{detail}）。下次刷新时会补上。",
} as const;
