export const addin = {
  "addin-name": "产销协调 Concord",
  "addin-about": "把这本工作簿变成产销协调会：会议台账、会议记录、决议与待办跟踪。不需要服务器，数据只在工作簿里。",
  "addin-outside": "请在 Excel 中打开 Concord：「开始」选项卡上的「产销协调」。",
  "addin-excel-too-old": "此版本的 Excel 不支持 Concord。请使用 Excel 2021、Microsoft 365 或网页版 Excel，并升级到最新版本。",
  "addin-no-office": "没有连上 Microsoft 的 Office.js。请检查网络，关闭此窗格后重新打开。",
  "ribbon-group": "产销协调",
  "ribbon-pane": "会议面板",
  "ribbon-pane-help": "打开会议面板：下次会议、现在要做的事、待办、台账和设置",
} as const;
