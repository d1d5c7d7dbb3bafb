/** The manifest of a script, as far as it matters here. */
export interface Manifest {
  readonly dependencies: { readonly enabledAdvancedServices?: readonly Service[] };
  readonly oauthScopes: readonly string[];
}

interface Service {
  /** The script calls it by this name. */
  readonly userSymbol: string;
  readonly serviceId: string;
  readonly version: string;
}

const WIDE = "https://www.googleapis.com/auth/spreadsheets";
const SHEETS_API: Service = { userSymbol: "Sheets", serviceId: "sheets", version: "v4" };

/**
 * The same script with the Sheets API, which writes all at once. It needs the wider permission; the narrow
 * one stays, so that whoever does not give the wider one loses nothing else.
 */
export function allAtOnceManifest<M extends Manifest>(manifest: M): M {
  return {
    ...manifest,
    dependencies: { ...manifest.dependencies, enabledAdvancedServices: [SHEETS_API] },
    oauthScopes: [...manifest.oauthScopes, WIDE],
  };
}

/** clasp takes the manifest from a project's root: the wider build is a project of its own. @returns its `.clasp.json` */
export function allAtOnceProject(scriptId: string): string {
  return `${JSON.stringify({ scriptId, rootDir: "." }, null, 2)}\n`;
}
