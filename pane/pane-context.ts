import { createContext, useContext } from "react";
import type { CellPlace } from "../core/index.ts";
import type { CommandControl } from "./command/use-command.ts";
import type { Device, Profile } from "./device.ts";
import type { ViewStore } from "./views/view-store.ts";

export type TabId = "week" | "actions" | "register" | "settings" | "more";

/** What every part of the pane may use. */
export interface PaneTools {
  readonly views: ViewStore;
  /** Counts how often the workbook may have changed. */
  readonly revision: number;
  /** Reads again what is on screen. */
  readonly refresh: () => void;
  readonly command: CommandControl;
  /** Takes the person to a cell, or says why not. */
  readonly reveal: (at: CellPlace) => void;
  readonly profile: Profile;
  readonly device: Device;
  readonly show: (tab: TabId) => void;
}

export const PaneContext = createContext<PaneTools | null>(null);

export function usePane(): PaneTools {
  const tools = useContext(PaneContext);
  if (!tools) throw new Error("A part of the pane stands outside of it.");
  return tools;
}
