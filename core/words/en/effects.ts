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
};
