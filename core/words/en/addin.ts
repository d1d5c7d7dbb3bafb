import type { addin as zhCN } from "../zh-cn/addin.ts";

export const addin: Readonly<Record<keyof typeof zhCN, string>> = {
  "addin-name": "Concord",
  "addin-about":
    "Turns this workbook into the sales-production coordination meeting: register, minutes, resolutions and actions followed to the end. No server: the data stays in the workbook.",
  "addin-outside": "Please open Concord in Excel: Home tab, group Coordination.",
  "addin-excel-too-old":
    "This version of Excel cannot run Concord. Please use Excel 2021, Microsoft 365 or Excel on the web, brought up to date.",
  "addin-no-office": "Microsoft's Office.js could not be reached. Please check the network, close this pane and open it again.",
  "ribbon-group": "Coordination",
  "ribbon-pane": "Meeting pane",
  "ribbon-pane-help": "Opens the pane: the next meeting, what to do now, actions, register and settings",
};
