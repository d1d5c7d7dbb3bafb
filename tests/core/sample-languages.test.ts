import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableIds } from "../../core/tables/tables.ts";
import { anyDay, languages, onAnyDay, rowsOf, sampleOn, sunday } from "./sample-rows.ts";

const CHINESE = /[\u2e80-\u303f\u3400-\u9fff\uff00-\uffef]/;

describe("the sample in two languages", () => {
  it("says the same in both: equal numbers and codes, no text missing in one", () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const [chinese, english] = [sampleOn(today, "zh-CN"), sampleOn(today, "en")];
        let texts = 0;
        const differing: string[] = [];
        for (const id of tableIds) {
          expect(rowsOf(english, id).length, id).toBe(rowsOf(chinese, id).length);
          rowsOf(chinese, id).forEach((row, index) => {
            const other = rowsOf(english, id)[index] ?? {};
            if (Object.keys(other).join() !== Object.keys(row).join()) differing.push(`${id} ${index}`);
            for (const [field, value] of Object.entries(row)) {
              const same = typeof value === "string" ? (other[field] === "") === (value === "") : other[field] === value;
              if (!same) differing.push(`${id}.${field}: ${value}`);
              if (typeof value === "string" && value !== "") texts++;
            }
          });
        }
        expect(differing).toEqual([]);
        expect(texts).toBeGreaterThan(2000);
      }),
      { numRuns: 15 },
    );
  });

  it("has no Chinese character in English, and no unfilled placeholder in either", () => {
    onAnyDay((sample, _, language) => {
      const text = JSON.stringify(tableIds.map((id) => rowsOf(sample, id).map((row) => Object.values(row).join(" "))));
      expect(text.length).toBeGreaterThan(20_000);
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      if (language === "en") expect(text).not.toMatch(CHINESE);
    });
  });

  it("translates every sentence: what is Chinese in one reads otherwise in the other", () => {
    const [chinese, english] = languages.map((language) => sampleOn(sunday, language));
    let translated = 0;
    for (const id of tableIds) {
      rowsOf(chinese ?? {}, id).forEach((row, index) => {
        for (const [field, value] of Object.entries(row)) {
          if (typeof value !== "string" || !CHINESE.test(value)) continue;
          expect(rowsOf(english ?? {}, id)[index]?.[field]).not.toBe(value);
          translated++;
        }
      });
    }
    expect(translated).toBeGreaterThan(1500);
  });

  it("names the same products, weeks and quantities in both languages", () => {
    const [chinese, english] = languages.map((language) => sampleOn(sunday, language));
    const facts = (text: unknown) => (String(text).match(/[A-Z]{2}-\d+|(?:\d{4}-)?W\d{2}/g) ?? []).sort();
    let compared = 0;
    for (const id of ["topics", "resolutions", "actions", "openQuestions"] as const) {
      rowsOf(chinese ?? {}, id).forEach((row, index) => {
        for (const field of ["topic", "task", "doneWhen", "question", "nextStep"]) {
          if (row[field] === undefined) continue;
          expect(facts(rowsOf(english ?? {}, id)[index]?.[field])).toEqual(facts(row[field]));
          compared++;
        }
      });
    }
    expect(compared).toBeGreaterThan(80);
  });
});
