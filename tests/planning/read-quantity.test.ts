import { describe, expect, it } from "vitest";
import { readQuantity } from "../../core/base/read-quantity.ts";

describe("a quantity typed as text", () => {
  it.each([
    ["1,200", 1200],
    ["１，２００", 1200],
    [" 1 200 ", 1200],
    ["(123)", -123],
    ["（1,200.5）", -1200.5],
    ["123-", -123],
    ["-123", -123],
    ["−7", undefined],
    ["1.2万", 12000],
    ["0.3k", 300],
    ["300 件", 300],
    ["40台", 40],
    ["12 pcs", 12],
    ["12.5%", 0.125],
    ["1e3", 1000],
    ["-", null],
    ["/", null],
    ["无", null],
    ["N/A", null],
    ["12 吨", undefined],
    ["约300", undefined],
    ["--5", undefined],
    ["(-5)", undefined],
    ["1.2.3", undefined],
    ["", null],
  ])("%j is %s", (text, value) => expect(readQuantity(text)).toBe(value));
});
