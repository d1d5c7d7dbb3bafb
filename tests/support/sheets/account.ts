import type { GoogleDocument } from "./document.ts";
import type { Fault } from "./kernel.ts";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
  readonly name?: string;
  readonly attachments: readonly { readonly name: string | null; readonly type: string | null; readonly bytes: Uint8Array }[];
}

/** What a page of the script is, once it is shown. */
export interface Page {
  readonly content: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

export interface MenuItem {
  readonly caption: string;
  readonly handler?: string;
  readonly items?: readonly MenuItem[];
}

export interface Trigger {
  readonly id: string;
  readonly handler: string;
  readonly everyDays: number;
  readonly atHour: number;
  readonly zone: string;
}

const SCOPE = "https://www.googleapis.com/auth/";

/** What is granted unless a test says otherwise: no more than the spreadsheet at hand and its pane. */
const NARROW = ["spreadsheets.currentonly", "script.container.ui"].map((scope) => SCOPE + scope);

/** What Google keeps between the runs of a script: the person, their quota, locks, properties, triggers and what was shown. */
export class Account {
  /** Milliseconds since 1970-01-01 UTC: the script's only clock. 2026-11-22 10:00 in Shanghai. */
  readonly clock = { now: Date.UTC(2026, 10, 22, 2) };
  user = "owner@example.com";
  /** Google tells a script who runs it only where it may. */
  showsEmail = true;
  userLocale = "zh_CN";
  scriptTimeZone = "Asia/Shanghai";
  /** The script belongs to the spreadsheet. */
  isBound = true;
  scopes: ReadonlySet<string>;
  costPerCall = 100;
  /** Six minutes. */
  timeLimit = 360_000;
  fault: Fault | undefined;
  /** Until when each lock is held by another run. */
  readonly locks = new Map<string, number>();
  /** What the run at hand holds: let go of at its end. */
  readonly held = new Set<string>();
  mailQuota = 100;
  readonly sent: Mail[] = [];
  triggers: Trigger[] = [];
  /** The HTML files of the script, by name without ending. */
  readonly files = new Map<string, string>();
  readonly menus: { readonly caption: string; readonly items: readonly MenuItem[] }[] = [];
  readonly shown: (Page & { readonly kind: string })[] = [];
  readonly alerts: string[] = [];
  /** The buttons that the person will press, such as `YES`. */
  readonly answers: string[] = [];
  readonly logged: string[] = [];
  uuids = 0;
  private readonly caches = new Map<string, Map<string, { readonly value: string; readonly until: number }>>();
  private readonly stores = new Map<string, Map<string, string>>();

  /** @param wanted the scopes of the script's manifest; all of them are granted until `refuse` */
  constructor(
    readonly document: GoogleDocument,
    private readonly wanted: readonly string[] = NARROW,
  ) {
    this.scopes = new Set(wanted);
  }

  /** The person does not grant a scope, such as `script.send_mail`. */
  refuse(scope: string): void {
    this.scopes = new Set([...this.scopes].filter((each) => each !== SCOPE + scope));
  }

  isFullyGranted(): boolean {
    return this.wanted.every((scope) => this.scopes.has(scope));
  }

  cache(scope: string): Map<string, { readonly value: string; readonly until: number }> {
    const known = this.caches.get(scope) ?? new Map();
    this.caches.set(scope, known);
    return known;
  }

  properties(scope: string): Map<string, string> {
    const known = this.stores.get(scope) ?? new Map<string, string>();
    this.stores.set(scope, known);
    return known;
  }
}
