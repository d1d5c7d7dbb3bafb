import { planReminders } from "../reminder/reminder-plan.ts";
import { itemsOf } from "../reminder/summary.ts";
import { message } from "../words/message.ts";
import { type Duty, offer, type Situation } from "./duty.ts";

/** People who are to be reminded today and have not been yet. */
export function remindersToSend({ snapshot, context, calendar, settings }: Situation): Duty[] {
  const { slips } = planReminders(snapshot, { today: context.today, calendar, settings }, { name: "", department: "" });
  const [first] = slips.flatMap(({ lines }) => lines);
  if (!first) return [];
  const said = message("duty-reminders", { n: slips.length, items: itemsOf(slips).length });
  return [{ message: said, severity: "warning", command: offer("send-reminders", {}), at: first.at }];
}
