/** Two texts of one formula: programs differ in the quotes around sheets' names, in white space and in case. */
export function sameFormula(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** As `sameFormula`, but for the rows it looks at, which move as rows are inserted. */
export function sameButRows(a: string, b: string): boolean {
  return withoutRows(a) === withoutRows(b);
}

function plain(formula: string): string {
  return formula.replace(/[\s']/g, "").toUpperCase();
}

/** Numbers right after a column's letters: those that stand alone are the formula's own. */
function withoutRows(formula: string): string {
  return plain(formula).replace(/(\$?[A-Z]{1,3}\$?)\d+/g, "$1#");
}
