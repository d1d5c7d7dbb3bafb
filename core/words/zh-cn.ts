import { addin } from "./zh-cn/addin.ts";
import { allocation } from "./zh-cn/allocation.ts";
import { balanceData } from "./zh-cn/balance-data.ts";
import { changes } from "./zh-cn/changes.ts";
import { commands } from "./zh-cn/commands.ts";
import { dashboard } from "./zh-cn/dashboard.ts";
import { documents } from "./zh-cn/documents.ts";
import { duties } from "./zh-cn/duties.ts";
import { effects } from "./zh-cn/effects.ts";
import { following } from "./zh-cn/following.ts";
import { functions } from "./zh-cn/functions.ts";
import { general } from "./zh-cn/general.ts";
import { imbalance } from "./zh-cn/imbalance.ts";
import { meeting } from "./zh-cn/meeting.ts";
import { planning } from "./zh-cn/planning.ts";
import { problems } from "./zh-cn/problems.ts";
import { reminders } from "./zh-cn/reminders.ts";
import { reports } from "./zh-cn/reports.ts";
import { rules } from "./zh-cn/rules.ts";
import { sheetsHost } from "./zh-cn/sheets-host.ts";
import { tracking } from "./zh-cn/tracking.ts";

/** Everything Concord says, in Chinese. `{name}` is filled in; `{n|一|多}` chooses by number. */
export const zhCN = {
  ...general,
  ...commands,
  ...changes,
  ...addin,
  ...tracking,
  ...meeting,
  ...reminders,
  ...reports,
  ...duties,
  ...planning,
  ...problems,
  ...rules,
  ...dashboard,
  ...documents,
  ...effects,
  ...following,
  ...imbalance,
  ...allocation,
  ...functions,
  ...balanceData,
  ...sheetsHost,
} as const;
