import type { GapFate } from "../balance/compare-gaps.ts";
import { changesSince } from "../balance/since-baseline.ts";
import { toIso } from "../base/plain-date.ts";
import { changesId, changesSheet } from "../effects/changes-sheet.ts";
import { chosenBaseline } from "../effects/chosen-baseline.ts";
import { countFates } from "../effects/say-changes.ts";
import { balanceId } from "../planning/balance-sheet.ts";
import { planningStudy } from "../planning/planning-study.ts";
import { planningTables } from "../planning/read-planning.ts";
import { settingsIn } from "../register/book-settings.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { key } from "../tables/field.ts";
import { message, problem } from "../words/message.ts";
import { rowByKey } from "../workbook/snapshot.ts";

const NO_FATES: Readonly<Record<GapFate, number>> = { new: 0, worse: 0, better: 0, gone: 0, over: 0 };

/** What changed since a meeting (和上周比), by product, period and cause, on a sheet that is redone each time. */
export const compareBalance = defineCommand({
  id: "compare-balance",
  stage: "prepare",
  title: "command-compare-balance",
  help: "help-compare-balance",
  input: { meeting: key("会议编号", "Meeting no.") },
  reads: () => ({ tables: [...planningTables, "meetings"], documents: [changesId] }),
  decide: (snapshot, input, context): Decision => {
    const chosen = chosenBaseline(snapshot, input.meeting, context.today);
    if ("code" in chosen) return { patch: [], report: [], problems: [chosen] };
    const { meeting, baseline } = chosen;
    const settings = settingsIn(snapshot);
    const row = rowByKey(snapshot, "meetings", meeting)?.values;
    const study = planningStudy(snapshot, context.today, Math.min(baseline.on ?? row?.date ?? context.today, context.today));
    if (study.balance.products.length === 0) return { patch: [], report: [], problems: [problem("error", "balance-nothing")] };
    const since = changesSince(study, baseline);
    if (since.comparison.periods.length === 0) {
      const [from = "", to = ""] = [baseline.periods[0], baseline.periods.at(-1)];
      const said = { no: meeting, from, to, now: study.periods[0]?.key ?? "" };
      return { patch: [], report: [], problems: [problem("error", "baseline-over", said)] };
    }
    const { language, state } = snapshot;
    const date = row?.date ?? null;
    const after = state.get("made", balanceId);
    const sheet = changesSheet({
      meeting: [meeting, row?.name ?? "", date === null ? "" : toIso(date)].filter((part) => part !== "").join("  "),
      baseline,
      since,
      balance: study.balance,
      settings,
      language,
      today: context.today,
      ...(after === undefined ? {} : { after }),
    });
    const said = { no: meeting, n: since.changed.length, sheet: state.get("made", changesId) ?? sheet.name };
    const fates = { ...NO_FATES, ...Object.fromEntries(countFates(since.gaps).map(({ fate, n }) => [fate, n])) };
    return {
      patch: [
        { kind: "state", entries: [{ kind: "document", key: changesId, value: JSON.stringify({ date: toIso(context.today) }) }] },
        { kind: "sheet", id: changesId, sheet },
      ],
      report: [message("balance-compared", said), ...(since.gaps.length > 0 ? [message("balance-compared-gaps", fates)] : [])],
      problems: settings.problems,
    };
  },
});
