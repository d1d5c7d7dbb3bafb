import type { Day } from "../base/plain-date.ts";
import { foldText } from "../base/text.ts";
import { type Problem, problem } from "../words/message.ts";
import { formulaKey } from "../workbook/host.ts";
import type { RowChange } from "../workbook/patch.ts";
import type { TableData, TableRow } from "../workbook/snapshot.ts";

type Orders = TableData<"orders">;
type Order = TableRow<"orders">;

/** What orders were given, and whose word it is. */
export interface OrderShares {
  /** By the row of the sheet; of an order that stands in another row since, by that one. */
  readonly of: ReadonlyMap<number, number>;
  /** The rows whose share a person typed or changed. */
  readonly typed: ReadonlySet<number>;
  /** What the cells have to say after rows came to stand elsewhere, as a list from another system pasted over them makes them. */
  readonly moves: readonly RowChange[];
  /** How many shares moved with their orders, and how many have no order any more. */
  readonly moved: number;
  readonly lost: number;
}

/** The fields of the orders table that sharing fills. */
export const SHARE_FIELDS = ["allocated", "allocatedOn", "allocatedFor"] as const;

/**
 * Reads the shares beside the orders. A hidden cell says which order a share was given to, and how much; so a share is known
 * again when its order stands in another row, and one that a person changed is told from what Concord wrote.
 */
export function orderShares(table: Orders | undefined): OrderShares {
  const of = new Map<number, number>();
  const typed = new Set<number>();
  const column = table?.place.columns.get("allocated");
  if (!table || column === undefined) return { of, typed, moves: [], moved: 0, lost: 0 };
  const strays = new Map<string, Stray[]>();
  const moves = new Map<number, RowChange>();
  let left = 0;
  for (const row of table.rows) {
    const { allocated, allocatedFor, allocatedOn } = row.values;
    const given = readStamp(allocatedFor);
    const isStray = given !== null && given.order !== orderId(row);
    if (isStray) {
      strays.set(given.order, [...(strays.get(given.order) ?? []), { quantity: given.quantity, on: allocatedOn }]);
      left++;
    }
    const isTyped = given?.quantity !== allocated || table.cells.formulas.has(formulaKey(row.row, column));
    if (isStray) moves.set(row.row, isTyped && allocated !== null ? unsigned(row) : shareChange(row, null, null));
    if (allocated === null || (isStray && !isTyped)) continue;
    of.set(row.row, allocated);
    if (isTyped) typed.add(row.row);
  }
  if (left === 0) return { of, typed, moves: [], moved: 0, lost: 0 };
  let moved = 0;
  for (const row of table.rows) {
    const stray = of.has(row.row) ? undefined : strays.get(orderId(row))?.shift();
    if (!stray) continue;
    of.set(row.row, stray.quantity);
    moves.set(row.row, shareChange(row, stray.quantity, stray.on));
    moved++;
  }
  return { of, typed, moves: [...moves.values()], moved, lost: left - moved };
}

/** What a person typed beside another order's note is theirs. */
function unsigned(row: Order): RowChange {
  return { key: row.key, row: row.row, values: { allocatedOn: null, allocatedFor: "" } };
}

interface Stray {
  readonly quantity: number;
  readonly on: Day | null;
}

/** Writes a share beside its order, or takes it away. */
export function shareChange(row: Order, quantity: number | null, on: Day | null): RowChange {
  const values =
    quantity === null
      ? { allocated: null, allocatedOn: null, allocatedFor: "" }
      : { allocated: quantity, allocatedOn: on, allocatedFor: `${orderId(row)}=${quantity}` };
  return { key: row.key, row: row.row, values };
}

/** An order line, however it is sorted and pasted; without a line number its product and due date tell it. */
function orderId({ values: { no, line, product, due } }: Order): string {
  return [foldText(no), ...(line === null ? [foldText(product), String(due ?? "")] : [String(line)])].join("|");
}

function readStamp(text: string): { readonly order: string; readonly quantity: number } | null {
  const at = text.lastIndexOf("=");
  const quantity = Number(text.slice(at + 1));
  return at < 0 || text.slice(at + 1) === "" || !Number.isFinite(quantity) ? null : { order: text.slice(0, at), quantity };
}

/** Rows that came to stand elsewhere took their shares with them. */
export function sharesMoved({ moved, lost }: OrderShares): Problem[] {
  return [
    ...(moved > 0 ? [problem("note", "allocation-moved", { n: moved })] : []),
    ...(lost > 0 ? [problem("warning", "allocation-lost", { n: lost })] : []),
  ];
}
