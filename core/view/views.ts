import type { View } from "../run/view.ts";
import { type ActionsView, actionsView } from "./actions-view.ts";
import { type BalanceView, balanceView } from "./balance-view.ts";
import { type DashboardView, dashboardView } from "./dashboard-view.ts";
import { type ListsView, listsView } from "./lists-view.ts";
import { type MeetingView, meetingView } from "./meeting-view.ts";
import { type PlanView, planView } from "./plan-view.ts";
import { type RegisterView, registerView } from "./register-view.ts";
import { type SettingsView, settingsView } from "./settings-view.ts";
import { type WeekView, weekView } from "./week-view.ts";

/** Every view, by its id. */
export interface Views {
  readonly week: WeekView;
  readonly actions: ActionsView;
  readonly balance: BalanceView;
  readonly plan: PlanView;
  readonly register: RegisterView;
  readonly meeting: MeetingView;
  readonly lists: ListsView;
  readonly dashboard: DashboardView;
  readonly settings: SettingsView;
}

export type ViewId = keyof Views;

export const views: { readonly [K in ViewId]: View<Views[K]> } = {
  week: weekView,
  actions: actionsView,
  balance: balanceView,
  plan: planView,
  register: registerView,
  meeting: meetingView,
  lists: listsView,
  dashboard: dashboardView,
  settings: settingsView,
};
