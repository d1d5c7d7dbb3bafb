import { Workbook } from "../workbook/workbook.ts";
import { BLANK_STYLES } from "./blank.ts";
import { lossesOnOpening } from "./losses.ts";
import { keepOpening } from "./opening.ts";
import type { Package } from "./package.ts";
import { readSheet } from "./read-sheet.ts";
import { declareType, relate, related, typeOf } from "./relationships.ts";
import { SharedStrings } from "./strings.ts";
import { readStyles } from "./styles-read.ts";
import { readWorkbookPart } from "./workbook-part.ts";
import type { XlsxFile } from "./xlsx-file.ts";
import { child, children, rootOf } from "./xml.ts";
import { unzip } from "./zip.ts";

export type ReadResult =
  | { readonly ok: true; readonly file: XlsxFile }
  | { readonly ok: false; readonly code: "not-a-workbook" | "encrypted" | "old-xls" | "damaged"; readonly detail: string };

type Refusal = Exclude<ReadResult, { ok: true }>;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Opens a workbook file. Never throws: bytes that are no readable workbook are a result, too.
 * @example const read = readXlsx(bytes); if (read.ok) read.file.workbook.sheets[0]?.cell(0, 0)?.value
 */
export function readXlsx(bytes: Uint8Array): ReadResult {
  const refusal = refusalOf(bytes);
  if (refusal) return refusal;
  try {
    return open(unzip(bytes));
  } catch (error) {
    // A parser may stumble over bad bytes in any way it likes, so every error counts as theirs.
    return refuse("damaged", error instanceof Error ? error.message : String(error));
  }
}

function open(pack: Package): ReadResult {
  const workbookPart = related(pack, "", "officeDocument")?.target ?? "xl/workbook.xml";
  if (/\.bin$/i.test(workbookPart)) return refuse("not-a-workbook", "a binary workbook (.xlsb)");
  if (!pack.has(workbookPart) || !pack.has("[Content_Types].xml")) return refuse("not-a-workbook", "a zip without a workbook");
  const type = typeOf(pack, workbookPart);
  if (type !== undefined && !/spreadsheetml|ms-excel/.test(type)) return refuse("not-a-workbook", type);
  const workbook = new Workbook();
  const root = readWorkbookPart(pack, workbookPart, workbook);
  const stylesPart = stylesPartOf(pack, workbookPart);
  const styles = rootOf(pack.xml(stylesPart));
  workbook.styles.load(readStyles(styles));
  const strings = SharedStrings.read(pack, workbookPart);
  const formats = children(child(styles, "dxfs"), "dxf");
  const order = [...workbook.sheets];
  for (const sheet of order)
    readSheet({ pack, workbookPart, workbookRoot: root, order, strings, formats, dateSystem: workbook.dateSystem }, sheet);
  keepOpening(workbook, {
    pack,
    workbookPart,
    stylesPart,
    strings,
    order,
    active: order[workbook.active],
    dateSystem: workbook.dateSystem,
  });
  return { ok: true, file: { workbook, losses: lossesOnOpening(pack) } };
}

/** The part of the looks; a file may go without one, and then gets it here. */
function stylesPartOf(pack: Package, workbookPart: string): string {
  const found = related(pack, workbookPart, "styles")?.target;
  if (found !== undefined && pack.has(found)) return found;
  const part = "xl/styles.xml";
  pack.set(part, BLANK_STYLES);
  declareType(pack, part, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
  if (found === undefined) relate(pack, workbookPart, "styles", part);
  return part;
}

function refusalOf(bytes: Uint8Array): Refusal | undefined {
  if (OLE.every((byte, index) => bytes[index] === byte)) {
    return holdsName(bytes, "EncryptedPackage")
      ? refuse("encrypted", "protected by a password to open")
      : refuse("old-xls", "a workbook of Excel 97-2003, or another old Office file");
  }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? undefined : refuse("not-a-workbook", "not a zip");
}

function refuse(code: Refusal["code"], detail: string): Refusal {
  return { ok: false, code, detail };
}

/** Whether an OLE file has an entry of that name, which it keeps as UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
