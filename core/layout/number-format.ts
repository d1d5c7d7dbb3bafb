/** Quantities of so many decimals, thousands parted. @example quantityFormat(2) // "#,##0.00" */
export function quantityFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}
