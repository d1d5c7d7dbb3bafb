import type { functions as zhCN } from "../zh-cn/functions.ts";

export const functions: Readonly<Record<keyof typeof zhCN, string>> = {
  "function-argument": "“{name}”",
  "function-value": "“{name}”, value {n},",
  "function-row": "“{name}”, row {n},",
  "function-not-a-number": "{where} is not a number: {value}. Type a number, or leave the cell blank for 0.",
  "function-negative": "{where} is negative: {value}. Type 0 or more.",
  "function-not-whole": "{where} has to be a whole number from {least} to {most}, and is: {value}.",
  "function-not-a-date": "{where} is not a date that can be read: {value}. Type a date, such as 2026-11-18.",
  "function-not-a-flag": "{where} has to be TRUE or FALSE, and is: {value}.",
  "function-is-error": "{where} is the error {value}. Correct that cell first.",
  "function-not-single": "{where} has to be one cell, and is {rows} {rows|row|rows} by {columns} {columns|column|columns}.",
  "function-not-a-line": "{where} has to be one row or one column, and is {rows} rows by {columns} columns.",
  "function-lengths-differ": "{where} has {n} {n|cell|cells}, “{other}” has {m}. Select the same periods.",
  "function-sizes-differ": "{where} is a range of {size} cells, “{other}” of {like}. Select ranges of one size, or a single cell.",
  "function-not-a-calendar":
    "{where} is no calendar. Select the columns date, to and kind, or date and kind, or a row or column of days off.",
  "function-not-a-kind": "{where} has an unknown kind: {value}. Type one of: {choices}.",
  "function-too-far-apart": "{where} and “{other}” are more than {years} years apart; please check the years.",
  "function-beyond-dates": "The date worked out from {where} is not within the years 1900 to 9999; please check.",
};
