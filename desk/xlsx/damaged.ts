/** Bytes that cannot be read as the workbook they claim to be. Thrown inside this room only: `readXlsx` returns it. */
export class Damaged extends Error {}
