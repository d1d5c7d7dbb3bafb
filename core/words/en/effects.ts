import type { effects as zhCN } from "../zh-cn/effects.ts";

export const effects: Readonly<Record<keyof typeof zhCN, string>> = {
  "command-expect-changes": "Expect changes",
  "help-expect-changes":
    "Says which product's plan, forecast or orders a resolution is expected to change, in which period and by how much; their joint effect can be checked before the meeting ends, and the next meeting reviews it",
  "changes-expected": "Resolution {no}: {n} expected {n|change|changes} registered.",
  "changes-known": "All expected changes of resolution {no} are registered already.",
  "no-changes-given": "Please give at least one expected change: product, period, and by how much.",
  "change-of-nothing": "The change of “{product}” in {period} is 0; please give a number above or below.",
  "change-product-unknown": "There is no product “{product}” in the products table; please check the code.",
  "command-check-effects": "Check effects",
  "help-check-effects":
    "Before the meeting ends: would the expected changes of its resolutions together clear what is out of balance, and do they overload a line? Said in the balance section of the minutes",
  "command-review-effects": "Review effects",
  "help-review-effects":
    "Before the next meeting: what became of the last one's expected changes: fixed, reduced, moved, not executed, or executed but demand changed",
  "effects-none": "No resolution of meeting {no} has expected changes.",
  "effects-checked": "{n} expected {n|change|changes} of meeting {no}: {said}",
  "effects-reviewed": "{said} (meeting {no})",
  "change-period-unreadable":
    "The period “{value}” of the expected change of “{product}” cannot be read and does not count; write 2026-W48 or 2026-12.",
  "change-period-outside":
    "The period {value} of the expected change of “{product}” is none of the balance's and will not count; please write one that the balance sheet has.",
  "change-not-in-balance": "The expected change of “{product}” in {period} does not count: its product or period is not in the balance.",
  "check-clears": "Together they clear the whole list.",
  "check-sum": "Together: {gone} cleared, {smaller} reduced, {same} as before, {worse} worse or new.",
  "check-grows": "{gap} {before} → {after}",
  "check-worse": " Worse: {named}.",
  "review-amount": "{before} → {after} out of balance. ",
  "review-done": "{product} {period}: expected {expected}, came {done}. ",
  "review-untold": "{product} {period}: expected {expected}; its product or period is not in the balance, so nothing can be told. ",
  "review-closing": "Closing of {period} {before} → {now} ({amount}): {causes}. ",
  "review-moved": "Moved to {gap}. ",
  "review-grew": "Demand grew by {n} meanwhile.",
  "verdicts-of": "Effects of {no}: {counted}.",
};
