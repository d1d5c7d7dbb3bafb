import { actionId, ribbonButtons } from "./buttons.ts";
import type { Ribbon } from "./ribbon.ts";

/** The part of Office's event that matters: it waits for this call. */
export interface PressEvent {
  completed(): void;
}

export type Associate = (actionId: string, press: (event: PressEvent) => Promise<void>) => void;

/**
 * Tells Office what the buttons do. Called while the page loads, before Office is ready: the first
 * click is what starts the runtime, and it is lost where nothing answers to it yet.
 */
export function associateRibbon(associate: Associate, ribbon: Promise<Pick<Ribbon, "press">>): void {
  // Why the add-in could not start is said on the page; a press then only ends.
  ribbon.catch(() => undefined);
  for (const { command } of ribbonButtons) {
    associate(actionId(command), async (event) => {
      try {
        await (await ribbon).press(command);
      } finally {
        // Without it Excel waits, greys the button out, and after some minutes ends the runtime.
        event.completed();
      }
    });
  }
}
