import type { PlanningData, PlanningTable, Product } from "./planning-data.ts";
import type { Report } from "./report.ts";

/** The tables that name products row by row. */
const TABLES = ["forecast", "orders", "plan", "stock"] as const;
type CodedTable = (typeof TABLES)[number];

/** Which products there are, and which of them each row is about. */
export interface ProductCodes extends Readonly<Record<CodedTable, Int32Array>> {
  /** As in the products table, then those that only other tables name, by code. */
  readonly products: readonly Product[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/**
 * Codes are text, compared as they stand. One that the products table has not is balanced all the same, without anything
 * known of it, and reported once for each table; the second row of a code is reported and does not count.
 */
export function productCodes(data: PlanningData, report: Report): ProductCodes {
  const indexOf = new Map<string, number>();
  const products: Product[] = [];
  for (const [row, product] of data.products.entries()) {
    if (indexOf.has(product.code)) {
      report("error", "balance-product-twice", { product: product.code }, "products", row);
      continue;
    }
    indexOf.set(product.code, products.length);
    products.push(product);
  }
  const known = products.length;
  const rows = Object.fromEntries(TABLES.map((table) => [table, rowsOf(data[table], indexOf)])) as Record<CodedTable, Int32Array>;
  const unknown = [...indexOf.keys()].slice(known).sort(byCode);
  const places = new Map(unknown.map((code, place) => [indexOf.get(code) ?? 0, known + place]));
  for (const code of unknown) products.push(unlisted(code));
  products.slice(known).forEach(({ code }, place) => {
    indexOf.set(code, known + place);
  });
  if (unknown.length > 0) for (const table of TABLES) rows[table] = rows[table].map((index) => places.get(index) ?? index);
  const codes = { products, indexOf, ...rows };
  if (known > 0 && unknown.length > 0) for (const table of TABLES) reportStrangers(table, codes, known, report);
  return codes;
}

/** The product of each row; a code not seen before gets the next number. Rows of one product mostly follow each other. */
function rowsOf(rows: readonly { readonly product: string }[], indexOf: Map<string, number>): Int32Array {
  const found = new Int32Array(rows.length);
  let last = "";
  let index = -1;
  rows.forEach(({ product }, row) => {
    if (product !== last || index < 0) {
      last = product;
      index = indexOf.get(product) ?? indexOf.size;
      if (index === indexOf.size) indexOf.set(product, index);
    }
    found[row] = index;
  });
  return found;
}

function reportStrangers(table: PlanningTable & CodedTable, codes: ProductCodes, known: number, report: Report): void {
  const listed = new Map(codes.products.slice(0, known).map(({ code }) => [withoutZeros(code), code]));
  const said = new Set<number>();
  for (const [row, index] of codes[table].entries()) {
    if (index < known || said.has(index)) continue;
    said.add(index);
    const product = codes.products[index]?.code ?? "";
    const meant = listed.get(withoutZeros(product));
    if (meant === undefined) report("warning", "balance-product-unlisted", { product }, table, row);
    else report("warning", "balance-product-zeros", { product, meant }, table, row);
  }
}

/** By code unit, the same everywhere. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An ERP's export, opened once, has lost the zeros that codes begin with. */
function withoutZeros(code: string): string {
  return code.replace(/^0+/, "");
}

function unlisted(code: string): Product {
  return {
    code,
    name: "",
    family: "",
    unit: "",
    safetyStock: null,
    safetyDays: null,
    minimumLot: null,
    lotMultiple: null,
    maximumLot: null,
    maximumCover: null,
    line: "",
    hoursPerUnit: null,
    otherLines: [],
  };
}
