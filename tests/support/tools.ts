import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findLibreOffice, findProgram, programFiles } from "../../desk/pdf/find-program.ts";

/** Each finder takes the environment's word first (CONCORD_SOFFICE and so on), then PATH, then the usual places. */
export const findSoffice = findLibreOffice;

export const findChromium = () =>
  findProgram(
    "CONCORD_CHROMIUM",
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
    [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ...programFiles("Google/Chrome/Application/chrome.exe"),
      ...programFiles("Microsoft/Edge/Application/msedge.exe"),
    ],
  );

export const findPdftoppm = () => findProgram("CONCORD_PDFTOPPM", ["pdftoppm"], ["/opt/homebrew/bin/pdftoppm", "/usr/local/bin/pdftoppm"]);

const tools = [
  { title: "Chromium, Chrome or Edge", debian: "chromium", find: findChromium },
  { title: "LibreOffice", debian: "libreoffice-calc", find: findSoffice },
  { title: "LibreOffice Writer", debian: "libreoffice-writer", find: findWriter },
  { title: "pdftoppm (Poppler)", debian: "poppler-utils", find: findPdftoppm },
  { title: "a Chinese font", debian: "fonts-noto-cjk", find: findChineseFont },
];

/**
 * What the system suites need and this machine lacks. On Debian, as root, it is installed first: that is what CI is.
 * Nowhere else does a test install anything but npm packages.
 */
export function ensureTools(): string[] {
  const missing = () => tools.filter((tool) => tool.find() === null);
  const packages = missing().map((tool) => tool.debian);
  if (packages.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log(`Installing ${packages.join(", ")} (apt-get) ...`);
    aptGet("update");
    aptGet("install", "-y", "--no-install-recommends", ...packages);
  }
  return missing().map((tool) => tool.title);
}

/** The test files that need those tools, from the root of the project. */
export function systemSuites(root: string): string[] {
  const files = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".system.test.ts"))
    .map((file) => `tests/${file.replaceAll("\\", "/")}`)
    .sort();
}

/** Debian has a package for each part of LibreOffice; elsewhere they come together. */
function findWriter(): string | null {
  const office = findSoffice();
  if (office === null || !existsSync("/usr/bin/apt-get")) return office;
  const library = join(dirname(realpathSync(office)), "libswlo.so");
  return existsSync(library) ? library : null;
}

/** Windows and macOS bring one; elsewhere fontconfig knows. */
function findChineseFont(): string | null {
  if (process.platform !== "linux") return "system";
  try {
    return execFileSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** A failure is not thrown: what is still missing afterwards says it. */
function aptGet(...args: string[]): void {
  try {
    execFileSync("apt-get", ["-q", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch (error) {
    console.log(`apt-get ${args[0]} failed: ${error instanceof Error ? error.message : error}`);
  }
}
