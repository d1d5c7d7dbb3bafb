import { describe, expect, it } from "vitest";
import { en } from "../../core/words/en.ts";
import { zhCN } from "../../core/words/zh-cn.ts";

function placeholders(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)[^}]*\}/g)].map(([, name = ""]) => name))].sort();
}

describe("the words of both languages", () => {
  const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];

  it("have the same keys, each said in both", () => {
    expect(keys.length).toBeGreaterThan(100);
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => zhCN[key].trim() === "" || en[key].trim() === "")).toEqual([]);
  });

  it("fill in the same parameters", () => {
    const said = (words: Readonly<Record<string, string>>) => Object.fromEntries(keys.map((key) => [key, placeholders(words[key] ?? "")]));
    expect(said(en)).toEqual(said(zhCN));
  });
});
