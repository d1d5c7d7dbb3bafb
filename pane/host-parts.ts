import type { ComponentType } from "react";
import type { Mail, Problem } from "../core/index.ts";

export interface FrontProps {
  readonly hindrance: Problem | string | null;
  readonly onHindranceRead: () => void;
}

/** What a host can do beyond others, as parts of the pane: one that cannot carries none of it. */
export interface HostParts {
  /** Below a mail that a command made: to send it from here. */
  readonly MailPart?: ComponentType<{ readonly name: string; readonly mail: Mail }>;
  /** Below what is out of balance: to have a plan proposed. */
  readonly BalancePart?: ComponentType;
  /** Among the settings. */
  readonly SettingsPart?: ComponentType;
  /** One thing alone instead of the whole pane, as in a dialog. */
  readonly Front?: ComponentType<FrontProps>;
}

export const NO_PARTS: HostParts = {};
