import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Surroundings } from "../../excel-addin/manifest/lint/lint.ts";
import { manifestXml } from "../../excel-addin/manifest/manifest.ts";
import { REQUIREMENTS } from "../../excel-addin/manifest/requirements.ts";
import { actionId, ribbonButtons } from "../../excel-addin/ribbon/buttons.ts";

export const root = join(import.meta.dirname, "../..");
export const version: string = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
const BASE = "https://localhost:3000";

export const goodManifest = (): string => manifestXml({ base: BASE, version });

/** The files as they stand in the repository, served from where the checked-in manifest says. */
export const surroundings: Surroundings = {
  fileAt: (url) => {
    try {
      return readFileSync(join(root, "excel-addin", url.slice(BASE.length + 1)));
    } catch {
      return undefined;
    }
  },
  actions: ribbonButtons.map(({ command }) => actionId(command)),
  requirements: REQUIREMENTS,
};
