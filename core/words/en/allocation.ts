import type { allocation as zhCN } from "../zh-cn/allocation.ts";

export const allocation: Readonly<Record<keyof typeof zhCN, string>> = {
  "command-allocate-orders": "Allocate orders",
  "help-allocate-orders":
    "Shares what is not enough among open orders, by priority, and within one by fair share or due date; shows each share first, then writes it into the orders table; without a product, all whose orders are short",
  "allocation-no-orders": "The workbook has no table of orders to share anything among.",
  "allocation-product-unknown": "There is no product “{product}”; please check its code.",
  "allocation-period-unknown": "“{period}” is none of the balance's periods; write 2026-W48 or 2026-12.",
  "allocation-shared":
    "{product}: {available} available by the end of {period}, {n} {n|order asks|orders ask} for {asked}: {given} allocated, {short} short.",
  "allocation-shared-left":
    "{product}: {available} available by the end of {period}, {n} {n|order asks|orders ask} for {asked}: {given} allocated, {short} short; {left} left are less than a lot, and can be given in units.",
  "allocation-enough":
    "{product}: {available} available by the end of {period}, {n} {n|order asks|orders ask} for {asked}; there is enough, nothing to share.",
  "allocation-none": "There is enough of every product for its orders; nothing to share.",
  "allocation-unasked": "{product} has no open orders due; nothing to share.",
  "allocation-cleared": "{n} {n|order is|orders are} no longer short, or shipped; the shares were cleared.",
  "allocation-share": "{order}: asks {asked}, gets {given}, short {short} (priority {tier}, which gets {rate}%)",
  "allocation-due": "{order}: asks {asked}, gets {given}, short {short} (priority {tier}, due {due}, first come first served)",
  "allocation-used-up": "{order}: asks {asked}, gets 0, short {short} (priority {tier}; nothing was left for it)",
  "allocation-full": "{order}: asks {asked}, gets all (priority {tier})",
  "allocation-settled": "{order}: asks {asked}, gets {given}, short {short} (typed by hand, kept)",
  "allocation-over":
    "{product}: the shares typed by hand come to {given}, more than the {available} available by the end of {period}; please change them.",
  "allocation-more": "{n} more {n|order|orders}: see the cells below.",
  "allocation-moved":
    "Rows of the orders table changed places: {n} {n|share was|shares were} moved to where {n|its order stands|their orders stand}.",
  "allocation-lost":
    "{n} allocated {n|order is|orders are} no longer in the orders table; {n|its share was|their shares were} cleared. Allocate again where needed.",
};
