import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ServiceException } from "../kernel.ts";

/** The fields of each type of the Sheets API, with their types, as Google's types for scripts have them. */
type Types = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Fields that Google's reference of the API has and its types for scripts have not, and the types of these. */
const YOUNGER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BasicChartSeries: { colorStyle: "ColorStyle", dataLabel: "DataLabel", pointStyle: "PointStyle" },
  BasicChartAxis: { viewWindowOptions: "ChartAxisViewWindowOptions" },
  DataLabel: { type: "string", placement: "string", textFormat: "TextFormat" },
  PointStyle: { shape: "string", size: "number" },
  ChartAxisViewWindowOptions: { viewWindowMin: "number", viewWindowMax: "number", viewWindowMode: "string" },
};

let read: Types | undefined;

function types(): Types {
  read ??= readTypes();
  return read;
}

function readTypes(): Types {
  const folder = dirname(createRequire(import.meta.url).resolve("@types/google-apps-script/package.json"));
  const text = readFileSync(join(folder, "apis/sheets_v4.d.ts"), "utf8");
  const found = new Map<string, Map<string, string>>();
  let fields: Map<string, string> | undefined;
  for (const line of text.split("\n")) {
    const opened = /^\s*interface (\w+) \{/.exec(line);
    if (opened) {
      fields = new Map();
      found.set(`${opened[1]}`, fields);
    }
    const field = /^\s*(\w+)\?: (.+?)(?: \| undefined)?;/.exec(line);
    if (field && fields) fields.set(`${field[1]}`, `${field[2]}`.replaceAll("Sheets.Schema.", ""));
  }
  for (const [name, more] of Object.entries(YOUNGER)) {
    const known = found.get(name) ?? new Map<string, string>();
    found.set(name, known);
    for (const [field, type] of Object.entries(more)) known.set(field, type);
  }
  return found;
}

/** @throws {ServiceException} as the API says it: for a field that it does not have, and for a value of another kind */
export function insistOnShape(value: unknown, type: string, at: string): void {
  if (value === undefined) throw new Error(`${at} is undefined: what becomes of that on the way to Google is not documented.`);
  if (type.endsWith("[]")) {
    if (!Array.isArray(value)) throw new ServiceException(`Invalid value at '${at}': a list is expected.`);
    value.forEach((each, index) => {
      insistOnShape(each, type.slice(0, -2), `${at}[${index}]`);
    });
    return;
  }
  if (type === "string" || type === "number" || type === "boolean") {
    const isSound = typeof value === type && (type !== "number" || Number.isFinite(value));
    if (!isSound) throw new ServiceException(`Invalid value at '${at}' (${type}), ${JSON.stringify(value)}`);
    return;
  }
  const fields = types().get(type);
  if (!fields) throw new Error(`The stand-in knows no type ${type} of the Sheets API.`);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new ServiceException(`Invalid value at '${at}' (${type}), ${JSON.stringify(value)}`);
  for (const [name, each] of Object.entries(value)) {
    const of = fields.get(name);
    if (of === undefined)
      throw new ServiceException(`Invalid JSON payload received. Unknown name "${name}" at '${at}': Cannot find field.`);
    insistOnShape(each, of, `${at}.${name}`);
  }
}

/** The paths that a mask of fields names. @throws {ServiceException} for one that the type does not have */
export function maskOf(mask: unknown, type: string, at: string): readonly string[] {
  if (typeof mask !== "string" || mask === "")
    throw new ServiceException(`Invalid ${at}: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)`);
  if (mask === "*") throw new Error("The stand-in takes no mask of all fields: it would clear what nobody means.");
  const paths = pathsIn(mask);
  for (const path of paths) insistOnPath(path, type, at);
  return paths;
}

/** `a,b(c,d.e)` is `a`, `b.c` and `b.d.e`. */
function pathsIn(mask: string): string[] {
  const paths: string[] = [];
  const outer: string[] = [];
  let name = "";
  const close = (): void => {
    if (name !== "") paths.push([...outer, name].join("."));
    name = "";
  };
  for (const letter of mask) {
    if (letter === "(") {
      outer.push(name);
      name = "";
    } else if (letter === ")") {
      close();
      outer.pop();
    } else if (letter === ",") close();
    else name += letter;
  }
  close();
  return paths;
}

function insistOnPath(path: string, type: string, at: string): void {
  let of = type;
  for (const name of path.split(".")) {
    const next = types().get(of.replace("[]", ""))?.get(name);
    if (next === undefined) throw new ServiceException(`Invalid ${at}: Invalid field: ${path}`);
    of = next;
  }
}

/** What a mask leaves of an answer. */
export function masked(value: unknown, paths: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => masked(each, paths));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      if (each === undefined) return [];
      if (paths.includes(name)) return [[name, each]];
      const within = paths.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []));
      return within.length > 0 ? [[name, masked(each, within)]] : [];
    }),
  );
}
