import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** A program of this computer: the environment's word first, then PATH, then the usual places. */
export function findProgram(variable: string, names: readonly string[], places: readonly string[]): string | null {
  const named = process.env[variable];
  if (named) return isProgram(named) ? named : null;
  const endings = process.platform === "win32" ? [".exe", ".com"] : [""];
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))));
  return [...onPath, ...places].find(isProgram) ?? null;
}

export function findLibreOffice(): string | null {
  return findProgram(
    "CONCORD_SOFFICE",
    ["soffice", "libreoffice"],
    [
      "/Applications/LibreOffice.app/Contents/MacOS/soffice",
      "/opt/libreoffice/program/soffice",
      "/snap/bin/libreoffice",
      ...programFiles("LibreOffice/program/soffice.com"),
    ],
  );
}

/** A path below each of the folders where Windows keeps programs; nothing elsewhere. */
export function programFiles(path: string): string[] {
  const roots = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map((name) => process.env[name]);
  return roots.filter((root) => root !== undefined).map((root) => join(root, path));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
