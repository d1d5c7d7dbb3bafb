/// <reference types="office-js" />
import type { WordKey } from "../core/index.ts";
import { standardProfile } from "../pane/profile.ts";
import type { Runner } from "../pane/runner.ts";
import { contextAt } from "./clock.ts";
import { StoredDevice } from "./device.ts";
import { displayLanguage } from "./functions/display-language.ts";
import { lateRunner } from "./late-runner.ts";
import { REQUIREMENTS } from "./manifest/requirements.ts";
import { Inbox } from "./ribbon/inbox.ts";
import { Ribbon } from "./ribbon/ribbon.ts";

/** The add-in at work: one runtime, so one of each for pane and ribbon. */
export interface Started {
  readonly runner: Runner;
  readonly device: StoredDevice;
  readonly inbox: Inbox;
  readonly ribbon: Ribbon;
}

/** Why the add-in cannot work here. */
export class Unsupported extends Error {
  constructor(readonly why: WordKey) {
    super(why);
  }
}

/** @throws {Unsupported} outside Excel, or in one that is too old */
export async function start(loading: Promise<typeof import("./workbook-runner.ts")>): Promise<Started> {
  if (typeof Office === "undefined") throw new Unsupported("addin-no-office");
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) throw new Unsupported("addin-outside");
  const sets = Object.entries(REQUIREMENTS);
  if (!sets.every(([name, version]) => Office.context.requirements.isSetSupported(name, version)))
    throw new Unsupported("addin-excel-too-old");

  const device = new StoredDevice(() => window.localStorage, storageKey(), standardProfile(displayLanguage()));
  const contextNow = () => contextAt(new Date(), device.current());
  const runner = lateRunner(loading.then(({ workbookRunner }) => workbookRunner(contextNow)));
  const inbox = new Inbox();
  const ribbon = new Ribbon({ runner, inbox, showPane: () => Office.addin.showAsTaskpane() });
  return { runner, device, inbox, ribbon };
}

/** Excel on the web gives each site that embeds it a part of the storage of its own. */
function storageKey(): string {
  return `${Office.context.partitionKey ?? ""}concord-device`;
}
