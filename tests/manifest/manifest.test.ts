import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { describe, expect, it } from "vitest";
import { commandById, say } from "../../core/index.ts";
import { lintManifest } from "../../excel-addin/manifest/lint/lint.ts";
import { manifestXml } from "../../excel-addin/manifest/manifest.ts";
import { ribbonButtons } from "../../excel-addin/ribbon/buttons.ts";
import { goodManifest, root, surroundings, version } from "./good-manifest.ts";
import { schemaErrors } from "./schema.ts";

const file = join(root, "manifest.xml");

describe("manifest.xml", () => {
  it("is the one that the command registry gives", () => {
    expect(readFileSync(file, "utf8")).toBe(goodManifest());
  });

  it("has no fault that the lint knows", () => {
    expect(lintManifest(goodManifest(), surroundings)).toEqual([]);
  });

  it("is valid by Microsoft's schemas", async () => {
    expect(await schemaErrors(goodManifest())).toEqual([]);
  });

  it("is read by Microsoft's own tool", async () => {
    const info = await OfficeAddinManifest.readManifestFile(file);
    expect(info).toMatchObject({ defaultLocale: "en-US", displayName: "Concord", hosts: ["Workbook"], permissions: "ReadWriteDocument" });
    expect(info.version).toBe(`1.${version}`);
  });

  it.each(ribbonButtons)("has a button for $command, labelled in both languages", ({ command: id }) => {
    const command = commandById(id) ?? expect.fail(`no command ${id}`);
    const xml = goodManifest();
    for (const language of ["en", "zh-CN"] as const) {
      expect(xml).toContain(`Value="${say(language, command.title)}"`);
      expect(xml).toContain(`Value="${say(language, command.help)}"`);
    }
  });

  it("names every address below the base it is made for", () => {
    const xml = manifestXml({ base: "https://intranet.example.com/apps/concord", version });
    const addresses = [...xml.matchAll(/Value="(https:[^"]+)"/g)].map(([, url]) => url ?? "");
    expect(addresses.length).toBeGreaterThan(15);
    expect(addresses.filter((url) => !url.startsWith("https://intranet.example.com/apps/concord/"))).toEqual([]);
  });
});

describe("Microsoft's schemas", () => {
  it.each([
    ["an element out of order", /(<Runtimes>[\s\S]*<\/Runtimes>)([\s\S]*<\/AllFormFactors>)/, "$2$1"],
    ["an element that does not exist", "<FunctionName>", "<FunctionNames/><FunctionName>"],
    ["an attribute that is missing", ' size="16"', ""],
  ])("reject %s", async (_, found, put) => {
    const errors = await schemaErrors(goodManifest().replace(found, put));
    expect(errors.length).toBeGreaterThan(0);
  });
});
