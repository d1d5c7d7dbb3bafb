/** A button of the ribbon that runs a command at once. */
export interface RibbonButton {
  /** By its id in the command registry: label and tooltip are the command's own words. */
  readonly command: string;
  /** The drawing in `icons/`. */
  readonly icon: string;
}

/** In their order on the ribbon, after the button that opens the pane. Manifest, icons and actions follow this list. */
export const ribbonButtons: readonly RibbonButton[] = [
  { command: "generate-minutes", icon: "minutes" },
  { command: "record-minutes", icon: "record" },
  { command: "refresh-tracking", icon: "tracking" },
  { command: "refresh-balance", icon: "balance" },
];

/** The name under which manifest and page know what a button does. @example actionId("record-minutes") // "recordMinutes" */
export function actionId(command: string): string {
  return command.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
