import type { ActionsView } from "./actions-view.ts";
import type { RegisterView } from "./register-view.ts";
import type { SettingsView } from "./settings-view.ts";
import type { WeekView } from "./week-view.ts";

/** Every view, by its id. */
export interface Views {
  readonly week: WeekView;
  readonly actions: ActionsView;
  readonly register: RegisterView;
  readonly settings: SettingsView;
}

export type ViewId = keyof Views;
