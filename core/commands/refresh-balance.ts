import { findImbalances } from "../balance/find-imbalances.ts";
import { imbalanceRows, knownGaps } from "../imbalance/imbalance-rows.ts";
import { balanceSheetIds, balanceSheets } from "../planning/balance-sheets.ts";
import { orderShares, sharesMoved } from "../planning/order-shares.ts";
import { planningTables } from "../planning/read-planning.ts";
import { unreadSheets } from "../planning/unread-sheets.ts";
import { settingsIn } from "../register/book-settings.ts";
import { type Decision, defineCommand } from "../run/command.ts";
import { message, problem } from "../words/message.ts";
import { tableIn } from "../workbook/snapshot.ts";

/** Lays out the balance, capacity and component sheets over what the planning tables say now, and brings the list of imbalances up to date. */
export const refreshBalance = defineCommand({
  id: "refresh-balance",
  stage: "prepare",
  title: "command-refresh-balance",
  help: "help-refresh-balance",
  input: {},
  reads: () => ({ tables: [...planningTables, "imbalances"], documents: balanceSheetIds }),
  decide: (snapshot, _input, context): Decision => {
    const settings = settingsIn(snapshot);
    const made = balanceSheets(snapshot, settings, context.today);
    if (!made)
      return { patch: [], report: [], problems: [problem("error", "balance-nothing"), ...unreadSheets(snapshot), ...settings.problems] };
    const { study, patch, problems, tidied, states, isUnclear } = made;
    if (isUnclear) return { patch: [], report: [], problems: [...problems, ...settings.problems] };
    const { balance } = study;
    const found = findImbalances(study, knownGaps(snapshot));
    const shares = orderShares(tableIn(snapshot, "orders"));
    return {
      patch: [
        ...patch,
        { kind: "rows", table: "orders", rows: shares.moves },
        ...(found.length > 0 ? [{ kind: "table" as const, table: "imbalances" as const }] : []),
        { kind: "rows", table: "imbalances", rows: imbalanceRows(snapshot, found, context.today) },
      ],
      report: [
        message("balance-refreshed", {
          n: balance.products.length,
          ...states,
          overloaded: balance.lines.filter(({ over }) => over.some((hours) => hours > 0)).length,
          components: balance.components.filter(({ balance: left }) => left.some((quantity) => quantity < 0)).length,
        }),
        ...(tidied > 0 ? [message("numbers-tidied", { n: tidied })] : []),
      ],
      problems: [...sharesMoved(shares), ...problems, ...settings.problems],
    };
  },
});
