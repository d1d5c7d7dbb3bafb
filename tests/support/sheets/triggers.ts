import type { Account, Trigger } from "./account.ts";
import { ownOf, ServiceException, type Word } from "./kernel.ts";
import type { Run } from "./run.ts";

export function scriptService(run: Run, account: Account): object {
  const { kernel } = run;
  const triggerObject = (trigger: Trigger): object =>
    kernel.serve(
      "Script.Trigger",
      {
        getHandlerFunction: () => trigger.handler,
        getUniqueId: () => trigger.id,
        getEventType: () => kernel.word("Script.EventType", "CLOCK"),
        getTriggerSource: () => kernel.word("Script.TriggerSource", "CLOCK"),
      },
      trigger,
    );
  const clock = (handler: string): object => {
    const made = { handler, everyDays: 0, atHour: 0, zone: account.scriptTimeZone };
    const chain = (change: () => void): object => {
      change();
      return self;
    };
    const self: object = kernel.serve("Script.ClockTriggerBuilder", {
      timeBased: () => self,
      everyDays: (days: number) =>
        chain(() => {
          made.everyDays = days;
        }),
      atHour: (hour: number) =>
        chain(() => {
          made.atHour = hour;
        }),
      nearMinute: () => self,
      inTimezone: (zone: string) =>
        chain(() => {
          made.zone = zone;
        }),
      create: () => {
        if (account.triggers.length >= 20) throw new ServiceException("This script has too many triggers.");
        const trigger = { ...made, id: `trigger-${++account.uuids}` };
        account.triggers.push(trigger);
        return triggerObject(trigger);
      },
    });
    return self;
  };
  const granted = () => kernel.word("Script.AuthorizationStatus", account.isFullyGranted() ? "NOT_REQUIRED" : "REQUIRED");
  return kernel.serve("Script.ScriptApp", {
    getProjectTriggers: () => account.triggers.map(triggerObject),
    deleteTrigger: (trigger: object) => {
      account.triggers = account.triggers.filter((each) => each !== ownOf<Trigger>(trigger));
    },
    newTrigger: (handler: string) => kernel.serve("Script.TriggerBuilder", { timeBased: () => clock(handler) }),
    getScriptId: () => "script-1",
    getAuthorizationInfo: (_: Word) =>
      kernel.serve("Script.AuthorizationInfo", {
        getAuthorizationStatus: granted,
        getAuthorizationUrl: () => "https://accounts.google.com/authorize",
      }),
  });
}
