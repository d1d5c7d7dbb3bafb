/** What only Google Sheets says: its menu, what it refuses, and real mail. */
export const zhCN = {
  "sheets-menu": "产销协调",
  "sheets-undo": "撤销上一步",
  "sheets-send-waiting": "发送排队的邮件",
  "sheets-nothing-to-do": "没有需要改动的内容。",
  "sheets-locked": "另一人正在这份表格里运行命令，等了 20 秒还没结束。请稍等片刻再试，什么都没有改动。",
  "sheets-several-accounts":
    "Google 没有放行：浏览器里登录了多个 Google 账号时，侧边栏会用错账号。请在无痕窗口中只登录打开本表格的账号，或退出其他账号后重新打开表格。什么都没有改动。",
  "sheets-scope-refused":
    "这个账号没有给 Concord 相应的权限（{detail}）。再从「产销协调」菜单运行一次，在 Google 的提示中勾选它；不授权也可以继续用其他功能。",
  "sheets-used-up": "Google 给这个账号的当日额度已用完（{detail}）。明天会恢复。",
  "sheets-took-too-long": "超过了 Google 每次运行 6 分钟的上限，可能只写入了一部分。再运行一次会接着完成。",
  "sheets-connection": "与 Google 的连接中断，可能只写入了一部分。请检查网络后再运行一次，会接着完成。",
  "sheets-no-answer": "脚本没有回答，可能只写入了一部分。请再运行一次，会接着完成。",
  "sheets-print":
    "表格脚本不能设置页面。打开要打印的工作表，选择「文件 > 打印」：当前工作表、A4、纵向（平衡表横向）、缩放「适合宽度」、页边距「窄」、不打印网格线；在打印对话框中可存为 PDF。",
  "mail-sent": "《{subject}》已发给 {n} 人。",
  "mail-waits": "今天的发信额度已用完，其余 {n} 人的邮件排到明天：打开「设置 > 每天自动」会自动发出，或明天从菜单「发送排队的邮件」。",
  "mail-already": "{n} 人之前已发过，没有重复发送。",
  "mail-none-waits": "没有排队的邮件。",
  "mail-unsure": "上次发送在途中断，以下人员可能已收到，没有再发：{names}。需要时选「全部再发一次」。",
  "mail-failed": "没能发给 {names}：{detail}。请核对邮箱后再发一次。",
  "mail-too-large-to-wait": "附件太大，不能排到明天：请明天再运行一次，发给其余 {n} 人；已发的不会重复。",
  "mail-lost": "排队邮件的内容已不在隐藏工作表中（{key}，{n} 人）。请重新运行生成该邮件的命令再发送。",
} as const;
