import type { CellInput, Edit } from "../../../core/index.ts";
import { type Rectangle, rectanglesOf, type Stands } from "../rectangles.ts";
import type { Request, Schema } from "./api.ts";

/** More rectangles than these are joined over cells that stay. */
const MOST_RECTANGLES = 100;

/**
 * What some edits of one sheet write. Cells that stay part the rectangles, and a rectangle more costs no
 * call here; but thousands of them take Google long, so that beyond some what stays is written as it stands.
 */
export function rectanglesToWrite(edits: readonly Extract<Edit, { kind: "cells" }>[], stands: Stands): readonly Rectangle[] {
  const parted = rectanglesOf(edits, () => undefined);
  return parted.length > MOST_RECTANGLES ? rectanglesOf(edits, stands) : parted;
}

/** A request for each rectangle. */
export function valueRequests(sheetId: number, rectangles: readonly Rectangle[]): Request[] {
  return [...rectangles.map((rectangle) => writeCells(sheetId, rectangle)), ...rectangles.flatMap((each) => errorsIn(sheetId, each))];
}

function writeCells(sheetId: number, { row, column, values }: Rectangle): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: values.map((line) => ({ values: line.map(cellData) })),
      fields: "userEnteredValue",
    },
  };
}

/** A text is a text here, whatever it looks like. What is not said of a cell is taken from it. */
function cellData(input: Exclude<CellInput, undefined>): Schema<"CellData"> {
  switch (typeof input) {
    case "string":
      return input === "" ? {} : { userEnteredValue: { stringValue: input } };
    case "number":
      return { userEnteredValue: { numberValue: input } };
    case "boolean":
      return { userEnteredValue: { boolValue: input } };
  }
  return input !== null && "formula" in input ? { userEnteredValue: { formulaValue: `=${input.formula}` } } : {};
}

/** An error that is no formula's can only be typed: it is pasted, which is read as typing. */
function errorsIn(sheetId: number, { row, column, values }: Rectangle): Request[] {
  return values.flatMap((line, down) =>
    line.flatMap((input, across): Request[] => {
      if (typeof input !== "object" || input === null || !("error" in input)) return [];
      const coordinate = { sheetId, rowIndex: row + down, columnIndex: column + across };
      return [{ pasteData: { coordinate, data: input.error, delimiter: "\t", type: "PASTE_VALUES" } }];
    }),
  );
}
