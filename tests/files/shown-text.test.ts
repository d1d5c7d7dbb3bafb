import { describe, expect, it } from "vitest";
import { shownText } from "../../core/files/shown-text.ts";
import { styles } from "../../core/layout/styles.ts";
import type { Style } from "../../core/workbook/edits.ts";

describe("a value as its sheet shows it", () => {
  it.each([
    [46349, "yyyy-mm-dd", "2026-11-23"],
    ["待定", "yyyy-mm-dd", "待定"],
    [-1, "yyyy-mm-dd", "-1"],
    [0.375, "hh:mm", "09:00"],
    [1234567.5, "#,##0", "1,234,568"],
    [-1234.5, "#,##0", "-1,235"],
    [-0.4, "#,##0", "0"],
    [1234.5, "#,##0.##", "1,234.5"],
    [1.005, "#,##0.##", "1.01"],
    [1000, "#,##0.##", "1,000"],
    [0.285, "0%", "29%"],
    [0.9995, "0.0%", "100.0%"],
    [2.5, "0", "3"],
    [0.1 + 0.2, undefined, "0.3"],
    [null, "0", ""],
    [true, undefined, "TRUE"],
    [{ error: "#REF!" }, "0", "#REF!"],
  ] as const)("%j by %j is %j", (value, format, text) => {
    expect(shownText(value, format, 1900)).toBe(text);
  });

  it("dates are of the workbook's own system", () => {
    expect(shownText(44887, "yyyy-mm-dd", 1904)).toBe("2026-11-23");
  });

  it("every number format of Concord's looks has one", () => {
    const formats = Object.values<Style>(styles).map(({ numberFormat }) => numberFormat);
    expect(formats.filter((format) => format !== undefined).length).toBeGreaterThan(5);
    for (const format of formats) expect(shownText(1, format, 1900)).not.toBe("");
    expect(() => shownText(1, "# ??/??", 1900)).toThrow("# ??/??");
  });
});
