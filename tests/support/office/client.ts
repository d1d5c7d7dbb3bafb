/// <reference types="office-js" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import type { OfficeBridge } from "./bridge.ts";

interface Client {
  readonly HostBridge: { init(bridge: OfficeBridge): void };
}

/** Loads Microsoft's own client, unchanged, once a process; then its `Excel.run` speaks to this bridge. */
export function connectClient(bridge: OfficeBridge): void {
  const scope = globalThis as typeof globalThis & { window?: unknown; OfficeExtension?: Client };
  if (scope.OfficeExtension === undefined) {
    const require = createRequire(import.meta.url);
    const path = require.resolve("@microsoft/office-js/dist/excel-win32-16.01.js");
    // The client asks a browser's window which browser it is; Node 20 has none.
    if (!("navigator" in scope)) Object.defineProperty(scope, "navigator", { value: { userAgent: "Node" } });
    Object.defineProperty(scope, "window", { value: scope, configurable: true });
    runInThisContext(readFileSync(path, "utf8"), { filename: path });
  }
  (scope.OfficeExtension as unknown as Client).HostBridge.init(bridge);
}
