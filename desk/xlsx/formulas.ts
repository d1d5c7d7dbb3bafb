/** Formula text between the file's form and the one people type. */
import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from "./references.ts";

/** Functions newer than the file format, which files must prefix. `_xlws` ones have a prefix more. */
const NEWER = new Set(
  `ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT
  BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST
  CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL
  DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML
  FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR
  FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH
  IMSEC IMSECH IMSINH IMTAN IMAGE ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS
  MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION
  PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC
  QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS
  SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN
  TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS
  WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);
const NEWER_SHEET = new Set(["FILTER", "SORT"]);

// Text, quoted sheet names and structured references hold no functions or cell references of their own.
const OPAQUE = String.raw`"(?:[^"]|"")*"|\[(?:[^\[\]']|'[\s\S]|\[(?:[^\[\]']|'[\s\S])*\])*\]|'(?:[^']|'')*'`;
const CALL = new RegExp(String.raw`${OPAQUE}|(?<![\w.])(?:_xlfn\.)?(?:_xlws\.)?([A-Za-z][A-Za-z0-9.]*)(?=\()`, "g");
const REFERENCE = new RegExp(
  String.raw`${OPAQUE}|(?<![\w.$])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!$])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!]))`,
  "g",
);

/** @example fileFormula("IFS(A1>1,2)") // "_xlfn.IFS(A1>1,2)" */
export function fileFormula(formula: string): string {
  return formula.replace(CALL, (whole, name?: string) => {
    if (name === undefined) return whole;
    const upper = name.toUpperCase();
    if (NEWER_SHEET.has(upper)) return `_xlfn._xlws.${upper}`;
    return NEWER.has(upper) ? `_xlfn.${upper}` : name;
  });
}

/**
 * The formula as people type it. `_xlpm.` (the names inside LET and LAMBDA) stays: without it a
 * formula written back would no longer calculate.
 */
export function plainFormula(formula: string): string {
  return formula.includes("_xl") ? formula.replace(CALL, (whole, name?: string) => name ?? whole) : formula;
}

/**
 * A shared formula as it reads some rows and columns away from where it is written: relative
 * references move, and wrap around the sheet's edges as Excel's do.
 * @example moveFormula("A1+$B$2", 1, 0) // "A2+$B$2"
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  const row = (lock: string, text: string) => lock + (lock ? text : String(wrap(Number(text) - 1 + rows, MAX_ROWS) + 1));
  const column = (lock: string, text: string) => lock + (lock ? text : columnName(wrap(columnIndex(text) + columns, MAX_COLUMNS)));
  return formula.replace(REFERENCE, (whole: string, ...groups: (string | undefined)[]) => {
    const [cLock = "", c, rLock = "", r, fromLock = "", from, toLock = "", to, topLock = "", top, endLock = "", end] = groups;
    if (c !== undefined && r !== undefined) return column(cLock, c) + row(rLock, r);
    if (from !== undefined && to !== undefined) return `${column(fromLock, from)}:${column(toLock, to)}`;
    if (top !== undefined && end !== undefined) return `${row(topLock, top)}:${row(endLock, end)}`;
    return whole;
  });
}

function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
