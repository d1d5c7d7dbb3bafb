import { addin } from "./en/addin.ts";
import { allocation } from "./en/allocation.ts";
import { balanceData } from "./en/balance-data.ts";
import { changes } from "./en/changes.ts";
import { commands } from "./en/commands.ts";
import { dashboard } from "./en/dashboard.ts";
import { documents } from "./en/documents.ts";
import { duties } from "./en/duties.ts";
import { effects } from "./en/effects.ts";
import { following } from "./en/following.ts";
import { functions } from "./en/functions.ts";
import { general } from "./en/general.ts";
import { imbalance } from "./en/imbalance.ts";
import { meeting } from "./en/meeting.ts";
import { planning } from "./en/planning.ts";
import { problems } from "./en/problems.ts";
import { reminders } from "./en/reminders.ts";
import { reports } from "./en/reports.ts";
import { rules } from "./en/rules.ts";
import { sheetsHost } from "./en/sheets-host.ts";
import { tracking } from "./en/tracking.ts";
import type { zhCN } from "./zh-cn.ts";

/** Everything Concord says, in English. */
export const en: Readonly<Record<keyof typeof zhCN, string>> = {
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
};
