/// <reference types="google-apps-script" />

import type { Profile } from "../pane/device.ts";
import { profilePart, standardProfile } from "../pane/profile.ts";
import { bookLanguage } from "./book.ts";

const KEY = "concord-device";

/** Who sits here, as they said once: kept with their account, for this spreadsheet. */
export function keptProfile(): Profile {
  return { ...standardProfile(bookLanguage()), ...profilePart(PropertiesService.getUserProperties().getProperty(KEY)) };
}

export function keepProfile(profile: Profile): void {
  PropertiesService.getUserProperties().setProperty(KEY, JSON.stringify(profile));
}
