import type { Script } from "node:vm";
import type { CellValue } from "../../../core/index.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { Account } from "./account.ts";
import { sheetsApi } from "./api/service.ts";
import { cacheService } from "./cache.ts";
import { GoogleDocument } from "./document.ts";
import { type Call, isDate, Kernel } from "./kernel.ts";
import { lockService } from "./lock.ts";
import { mailService } from "./mail.ts";
import { htmlService, uiObject } from "./pages.ts";
import { propertiesService } from "./properties.ts";
import { rangeObject } from "./ranges.ts";
import { compile, Realm } from "./realm.ts";
import type { Run } from "./run.ts";
import { sessionService } from "./session.ts";
import { sheetObject } from "./sheets.ts";
import { spreadsheetApp } from "./spreadsheet.ts";
import { scriptService } from "./triggers.ts";
import { utilitiesService } from "./utilities.ts";

/** What one run of the script called, and how long it took by the virtual clock. */
export interface RunTold {
  readonly calls: readonly Call[];
  readonly seconds: number;
}

/**
 * Apps Script bound to a workbook in memory. As at Google, every run begins with a fresh global scope
 * and nothing is remembered between runs but what the services keep.
 */
export class AppsScript {
  readonly account: Account;
  /** The last run. */
  last: RunTold = { calls: [], seconds: 0 };
  private readonly script: Script;
  private readonly services: readonly string[];

  /**
   * @param code the script as it is pushed
   * @param scopes those of its manifest, in full
   * @param services the advanced services that its manifest enables, by the names that the script calls them by
   * @param results what Sheets works out for a formula
   */
  constructor(
    code: string,
    workbook: Workbook,
    {
      scopes,
      services = [],
      results = () => null,
    }: {
      scopes?: readonly string[];
      services?: readonly string[];
      results?: (sheet: string, formula: string) => CellValue;
    } = {},
  ) {
    this.services = services;
    this.script = compile(code, "Code.js");
    this.account = new Account(new GoogleDocument(workbook, results), scopes);
  }

  get document(): GoogleDocument {
    return this.account.document;
  }

  /** Runs a top-level function. Plain data comes back as a copy. @throws what the script throws, and {Terminated} after six minutes */
  run(name: string, ...given: readonly unknown[]): unknown {
    const { account } = this;
    const started = account.clock.now;
    const realm: Realm = new Realm(
      () => account.clock.now,
      this.globals(() => run),
    );
    const kernel = new Kernel(account.clock, account, account.fault, realm.error);
    const run: Run = {
      kernel,
      realm,
      document: account.document,
      user: account.user,
      objects: { range: (sheet, area) => rangeObject(run, sheet, area), sheet: (sheet) => sheetObject(run, sheet) },
    };
    try {
      realm.load(this.script);
      const named = realm.named(name);
      if (!named) throw new Error(`Script function not found: ${name}`);
      const answer = named(...given.map((each) => handed(realm, each)));
      kernel.insist();
      return answer === undefined ? undefined : plain(answer);
    } finally {
      for (const scope of account.held) account.locks.delete(scope);
      account.held.clear();
      this.last = { calls: kernel.log, seconds: (account.clock.now - started) / 1000 };
    }
  }

  /** The top-level functions: what menus, triggers and cells may name. */
  functions(): readonly string[] {
    const realm = new Realm(() => this.account.clock.now, {});
    const before = new Set(realm.functions());
    realm.load(this.script);
    return realm.functions().filter((name) => !before.has(name));
  }

  /** Each global is made when it is first used. */
  private globals(run: () => Run): Readonly<Record<string, unknown>> {
    const { account } = this;
    const late = (make: () => object): object => {
      let made: object | undefined;
      return new Proxy(Object.freeze({}), {
        get: (_, member) => {
          made ??= make();
          return Reflect.get(made, member);
        },
      });
    };
    const say = (...given: readonly unknown[]): void => {
      account.logged.push(given.map(String).join(" "));
    };
    return {
      SpreadsheetApp: late(() => spreadsheetApp(run(), () => uiObject(run(), account))),
      LockService: late(() => lockService(run(), account)),
      PropertiesService: late(() => propertiesService(run(), account)),
      CacheService: late(() => cacheService(run(), account)),
      Session: late(() => sessionService(run(), account)),
      MailApp: late(() => mailService(run(), account)),
      Utilities: late(() => utilitiesService(run(), account)),
      ScriptApp: late(() => scriptService(run(), account)),
      HtmlService: late(() => htmlService(run(), account)),
      Charts: late(() => run().kernel.serve("Charts.Charts", {})),
      ...(this.services.includes("Sheets") ? { Sheets: late(() => sheetsApi(run())) } : {}),
      Logger: Object.freeze({ log: say }),
      console: Object.freeze({ log: say, info: say, warn: say, error: say }),
    };
  }
}

/** What the script is given: cells of a custom function may be dates, everything else is plain data. */
function handed(realm: Realm, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (isDate(value)) return realm.date(value.getTime());
  if (!Array.isArray(value)) return realm.copy(JSON.stringify(value));
  const list = realm.copy("[]") as unknown[];
  for (const each of value) list.push(handed(realm, each));
  return list;
}

function plain(answer: unknown): unknown {
  if (isDate(answer)) return new Date(answer.getTime());
  if (Array.isArray(answer)) return answer.map(plain);
  return typeof answer === "object" && answer !== null ? JSON.parse(JSON.stringify(answer)) : answer;
}
