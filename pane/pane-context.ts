import { createContext, useContext } from "react";
import type { CellPlace, MeetingPart } from "../core/index.ts";
import type { CommandControl } from "./command/use-command.ts";
import type { Device, Profile } from "./device.ts";
import type { HostParts } from "./host-parts.ts";
import type { Runner } from "./runner.ts";
import type { ViewStore } from "./views/view-store.ts";

/** Screens that no tab leads to are shown over the one that they were opened from. */
export type TabId = "week" | "actions" | "balance" | "register" | "settings" | "dashboard" | "more" | "meeting";

/** The meeting whose own screen is shown. */
export interface OpenedMeeting {
  readonly no: string;
  /** `null` for the part that its stage asks for. */
  readonly part: MeetingPart | null;
  /** The screen that leads back, and how far it was scrolled. */
  readonly from: Exclude<TabId, "meeting">;
  readonly scrolled: number;
}

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
  /** Where the host makes one. */
  readonly pdf: Runner["pdf"];
  readonly parts: HostParts;
  readonly profile: Profile;
  readonly device: Device;
  readonly show: (tab: TabId) => void;
  readonly opened: OpenedMeeting | null;
  readonly openMeeting: (no: string, part?: MeetingPart) => void;
  /** What was typed or chosen on a screen, for when it comes back to the front. */
  readonly kept: Map<string, unknown>;
}

export const PaneContext = createContext<PaneTools | null>(null);

export function usePane(): PaneTools {
  const tools = useContext(PaneContext);
  if (!tools) throw new Error("A part of the pane stands outside of it.");
  return tools;
}
