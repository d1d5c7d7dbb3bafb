import type { balanceData as zhCN } from "../zh-cn/balance-data.ts";

export const balanceData: Readonly<Record<keyof typeof zhCN, string>> = {
  "balance-no-periods": "There are no periods to balance. Check their start and number in Settings.",
  "balance-current-unknown": "There is no period {period}; the balance begins with {first}. Check the periods in Settings.",
  "balance-period-overlaps": "The period {period} overlaps {other}, or ends before it begins, and was left out.",
  "balance-period-missing": "Periods are missing between {before} and {after}; dates that lie there count in {before}.",
  "balance-product-twice":
    "The product code {product} stands here a second time; the first row counts and this one does not. Merge them or correct the code.",
  "balance-product-unlisted":
    "{product} is not in the table of products and was balanced without lots, safety stock or a line. Add it there.",
  "balance-product-zeros": "{product} is not in the table of products, {meant} is: zeros at its beginning may be lost. Correct the code.",
  "balance-not-a-quantity": "A quantity of {product} cannot be used: {value}. The row was left out; type 0 or more.",
  "balance-order-twice": "Order {order}, line {line} stands here a second time and was counted once. Delete the extra row.",
  "balance-order-overshipped": "Of order {order}, line {line} more was shipped than ordered; nothing of it is open.",
  "balance-stock-negative": "The stock of {product} is negative: {quantity}. It counts as owed; check whether a receipt was not booked.",
  "balance-stock-later": "The stock of {product} is dated after {period} and counts as of its end. Check the date, or the current period.",
  "balance-stock-old":
    "The stock of {product} is dated before the period that precedes {period}; the balance may be off. Bring it up to date.",
  "balance-line-twice": "Line {line} stands here a second time; the first row counts and this one does not.",
  "balance-line-unknown": "{product} has a production plan but no line, so that it loads none.",
  "balance-hours-unknown": "{product} has a production plan but no hours per unit; its load counts 0.",
  "balance-hours-not-a-number": "The hours of line {line} cannot be used: {value}. The row was left out; type 0 or more.",
  "balance-usage-not-a-number": "The usage of {component} in {product} cannot be used: {value}. The row was left out; type 0 or more.",
  "balance-yield-out-of-range":
    "The yield of {component} in {product} has to be above 0% and at most 100%, and is {value}; it counts as 100%.",
  "balance-component-stock-differs": "The rows of {component} say different stocks; the smallest, {stock}, counts. Make them the same.",
  "balance-supply-not-a-quantity": "A supply of {component} cannot be used: {value}. The row was left out; type 0 or more.",
  "balance-supply-late":
    "The supply of {quantity} of {component} (purchase order {order}) is dated before the current period and was not counted: what came is in the stock, what did not needs a new date.",
};
