import { describe, expect, it } from "vitest";
import { lintManifest, type Surroundings } from "../../excel-addin/manifest/lint/lint.ts";
import { goodManifest, surroundings } from "./good-manifest.ts";

type Edit = readonly [found: string | RegExp, put: string];

/** A good manifest with one mistake planted in it. The edit has to have found its place. */
function faultsAfter([found, put]: Edit, around: Partial<Surroundings> = {}) {
  const good = goodManifest();
  const bad = good.replace(found, put);
  expect(bad).not.toBe(good);
  return lintManifest(bad, { ...surroundings, ...around });
}

const LONG = "a".repeat(33);

describe("the lint of the manifest", () => {
  it.each<[string, string, Edit]>([
    ["an icon that is referred to as another size", "icon-wrong-size", [/icons\/minutes-16\.png/, "icons/minutes-32.png"]],
    ["an icon that is not there", "icon-file-missing", [/icons\/record-80\.png/, "icons/records-80.png"]],
    ["an icon that is no PNG", "icon-not-png", [/icons\/tracking-32\.png/, "icons/tracking.svg"]],
    ["a picture of the add-in in another size", "icon-wrong-size", [/(<HighResolutionIconUrl[^>]*)-64/, "$1-80"]],
    ["a resource that dangles", "resource-dangling", ['<Label resid="S.RibbonPane"/>', '<Label resid="S.RibbonPain"/>']],
    [
      "a string looked up among the wrong ones",
      "resource-dangling",
      ['<Label resid="S.RibbonPane"/>', '<Label resid="L.RibbonPaneHelp"/>'],
    ],
    ["an address over http", "url-not-https", [/https(:\/\/localhost:3000\/functions\.zh)/, "http$1"]],
    ["an address that is none", "url-not-https", [/(<bt:Url id="Functions.Script.Url" DefaultValue=")[^"]*/, "$1functions.js"]],
    ["two controls of one id", "control-duplicate", ['id="Concord.recordMinutes"', 'id="Concord.generateMinutes"']],
    [
      "another page for the commands",
      "runtime-mismatch",
      ['<FunctionFile resid="Pane.Url"/>', '<FunctionFile resid="Functions.Script.Url"/>'],
    ],
    ["another page for the functions", "runtime-mismatch", [/(<Page>\s*<SourceLocation resid=")Pane/, "$1Functions.Script"]],
    ["another page for the pane", "runtime-mismatch", [/(<\/TaskpaneId>\s*<SourceLocation resid=")Pane/, "$1Functions.Script"]],
    ["a runtime that does not live on", "runtime-not-long", [' lifetime="long"', ""]],
    ["a string without Chinese", "locale-missing", [/<bt:Override Locale="zh-CN" Value="会议面板"\/>/, ""]],
    ["an add-in without a Chinese name", "locale-missing", [/<Override Locale="zh-CN" Value="产销协调 Concord"\/>/, ""]],
    ["a short string that is too long", "too-long", ['Value="会议面板"', `Value="${"会".repeat(126)}"`]],
    ["a long string that is too long", "too-long", ['Value="打开会议面板', `Value="${"会".repeat(250)}`]],
    ["an id that is too long", "too-long", [/S\.RibbonGroup/g, LONG]],
    ["runtimes that are not first", "element-order", [/(<Runtimes>[\s\S]*<\/Runtimes>)([\s\S]*<\/AllFormFactors>)/, "$2$1"]],
    ["an icon before its label", "element-order", [/(<Label resid="S.RibbonGroup"\/>)\s*(<Icon>[\s\S]*?<\/Icon>)/, "$2$1"]],
    ["no requirement of the shared runtime", "requirement-missing", [/<Set Name="SharedRuntime"[^>]*>/, ""]],
    ["an older requirement", "requirement-missing", ['MinVersion="1.13"', 'MinVersion="1.1"']],
    ["a button that nothing answers to", "action-unknown", ["<FunctionName>recordMinutes<", "<FunctionName>recordMinuets<"]],
  ])("reports %s, and only that", (_, rule, edit) => {
    expect(faultsAfter(edit).map((fault) => fault.rule)).toEqual([rule]);
  });

  it("reports a resource that is there twice", () => {
    const twice = /(<bt:String id="S.RibbonGroup"[\s\S]*?<\/bt:String>)/;
    expect(faultsAfter([twice, "$1$1"])).toEqual([{ rule: "resource-duplicate", detail: "S.RibbonGroup" }]);
  });

  it("reports a resource that nothing refers to", () => {
    const spare = '<bt:Url id="Spare.Url" DefaultValue="https://localhost:3000/spare.html"/>$&';
    expect(faultsAfter([/<bt:Url id="Pane.Url"/, spare])).toEqual([{ rule: "resource-unused", detail: "Spare.Url" }]);
  });

  it("reports a size that an icon lacks, and the picture that is then unused", () => {
    const faults = faultsAfter([/<bt:Image size="80" resid="Icon.Tracking80"\/>/, ""]);
    expect(faults).toEqual([
      { rule: "resource-unused", detail: "Icon.Tracking80" },
      { rule: "icon-size-missing", detail: "Concord.refreshTracking: 80" },
    ]);
  });

  it("reports a file of the right name that is cut off", () => {
    const cut = (url: string) => surroundings.fileAt(url)?.subarray(0, url.endsWith("minutes-16.png") ? 20 : undefined);
    expect(lintManifest(goodManifest(), { ...surroundings, fileAt: cut }).map(({ rule }) => rule)).toEqual(["icon-not-png"]);
  });

  it("says of another document that it is no manifest", () => {
    expect(lintManifest("<html/>", surroundings)).toEqual([{ rule: "no-manifest", detail: "the document element is not OfficeApp" }]);
  });
});
