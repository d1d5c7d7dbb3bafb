import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { root } from "./processes.mjs";
import { registerTypeScript } from "./run-typescript.mjs";

/** Draws the PNG files of excel-addin/icons from the SVG ones. At 16 px each icon has a drawing of its own, on the pixel grid. */
await registerTypeScript();
const { findChromium } = await import("../tests/support/tools.ts");
const { ICON_FILES } = await import("../excel-addin/manifest/icon-files.ts");
const folder = join(root, "excel-addin/icons");

const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  for (const { icon, size, file } of ICON_FILES) {
    const drawing = readFileSync(join(folder, `${icon}${size === 16 ? "-16" : ""}.svg`), "utf8");
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    writeFileSync(join(folder, file), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
console.log(`${ICON_FILES.length} icons -> ${folder}`);
