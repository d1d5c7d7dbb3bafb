/** As much of Excel's `CustomFunctions` as Concord uses; the types of Office.js leave it out. */
export interface CustomFunctionsApi {
  /** Excel calls the function with the arguments of its metadata, null for those left out, and an invocation behind them. */
  associate(id: string, compute: (...given: unknown[]) => unknown): void;
  readonly Error: new (code: string, message?: string) => Error & { readonly code: string };
  readonly ErrorCode: { readonly invalidValue: string };
}

/** Excel's own, which Office.js brings along; null in a browser without Excel. */
export function customFunctionsApi(): CustomFunctionsApi | null {
  const { CustomFunctions } = globalThis as { CustomFunctions?: CustomFunctionsApi };
  return typeof CustomFunctions?.associate === "function" ? CustomFunctions : null;
}
