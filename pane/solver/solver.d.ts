declare module "highs/runtime?url" {
  /** Where the build put the solver's WebAssembly. */
  const url: string;
  export default url;
}
