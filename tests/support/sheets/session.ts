import { createHash } from "node:crypto";
import type { Account } from "./account.ts";
import { userObject } from "./protections.ts";
import type { Run } from "./run.ts";

export function sessionService(run: Run, account: Account): object {
  const user = () => userObject(run, account.showsEmail ? run.user : "");
  return run.kernel.serve("Base.Session", {
    getActiveUser: user,
    getEffectiveUser: user,
    getActiveUserLocale: () => account.userLocale,
    getScriptTimeZone: () => account.scriptTimeZone,
    getTemporaryActiveUserKey: () => createHash("sha256").update(run.user).digest("base64"),
  });
}
