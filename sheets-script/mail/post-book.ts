/// <reference types="google-apps-script" />
import { type Addressee, addressKey, type DeliveryState } from "../../core/index.ts";
import { book } from "../book.ts";
import type { ReadyMail } from "../post.ts";

/**
 * The hidden sheet that remembers who got which mail, and keeps what waits for another day: so that
 * sending twice sends nothing twice, whoever does it. Rows are either
 * `to, mail's name, address, person, cc, state, when, by, subject`, or `mail, mail's name, content in pieces`.
 */
export const POST_SHEET = "_concord_mail";
const HEADINGS = ["kind", "mail", "email", "person", "copy", "state", "when", "by", "subject"] as const;
const WIDTH = 24;
const STATE = 5;
/** A cell holds 50,000 characters. */
const PIECE = 45_000;
const CONTENT = 2;

type Row = string[];

/** Who notes something, and when. */
export interface Noting {
  readonly when: string;
  readonly by: string;
}

/** As it stood when it was opened, and what was noted since. */
export class PostBook {
  private constructor(
    private sheet: GoogleAppsScript.Spreadsheet.Sheet | null,
    private readonly rows: Row[],
  ) {}

  static open(): PostBook {
    const sheet = book().getSheetByName(POST_SHEET);
    const rows = sheet ? sheet.getDataRange().getValues().slice(1) : [];
    return new PostBook(
      sheet,
      rows.map((row) => Array.from({ length: WIDTH }, (_, column) => String(row[column] ?? ""))),
    );
  }

  /** What is noted of a mail, by address in lower case. */
  statesOf(key: string): ReadonlyMap<string, DeliveryState> {
    return new Map(this.addressesOf(key).map((row) => [addressKey({ email: row[2] ?? "" }), row[STATE] as DeliveryState]));
  }

  /** How many addresses mail waits for. */
  get waiting(): number {
    return this.rows.filter(isWaiting).length;
  }

  /** The mails that wait, by their names, with whom they wait for. A content that is gone is null. */
  waitingMails(): readonly { readonly key: string; readonly to: readonly Addressee[]; readonly content: ReadyMail | null }[] {
    const names = [...new Set(this.rows.filter(isWaiting).map((row) => row[1] ?? ""))];
    return names.map((key) => ({ key, to: this.addressesOf(key).filter(isWaiting).map(addresseeIn), content: this.contentOf(key) }));
  }

  /** Notes the same of all of these; who was noted before keeps their row. */
  note(key: string, subject: string, people: readonly Addressee[], state: DeliveryState, { when, by }: Noting): void {
    const known = new Map(this.addressesOf(key).map((row) => [addressKey({ email: row[2] ?? "" }), row]));
    const added: Row[] = [];
    for (const each of people) {
      const row = known.get(addressKey(each));
      if (row) row.splice(STATE, 3, state, when, by);
      else added.push(rowOf(["to", key, each.email, each.name, each.isCopied ? "cc" : "", state, when, by, subject]));
    }
    if (added.length < people.length) this.rewriteStates();
    this.append(added);
  }

  /** Keeps what is to be sent another day; forgets it with `null`. @returns whether it is small enough to be kept */
  keep(key: string, mail: ReadyMail | null): boolean {
    const text = mail === null ? "" : JSON.stringify(mail);
    const pieces = text.match(new RegExp(`[^]{1,${PIECE}}`, "g")) ?? [];
    if (pieces.length > WIDTH - CONTENT) return false;
    const row = rowOf(["mail", key, ...pieces]);
    const place = this.rows.findIndex((each) => isContent(each, key));
    if (place < 0) {
      if (mail !== null) this.append([row]);
      return true;
    }
    this.rows[place] = row;
    this.sheet?.getRange(place + 2, 1, 1, WIDTH).setValues([row]);
    return true;
  }

  private addressesOf(key: string): Row[] {
    return this.rows.filter((row) => row[0] === "to" && row[1] === key);
  }

  private contentOf(key: string): ReadyMail | null {
    const text = (this.rows.find((row) => isContent(row, key)) ?? []).slice(CONTENT).join("");
    return text === "" ? null : (JSON.parse(text) as ReadyMail);
  }

  /** One rectangle, whichever rows changed. Rows of content have pieces in these columns, and keep them. */
  private rewriteStates(): void {
    const states = this.rows.map((row) => row.slice(STATE, STATE + 3));
    this.sheet?.getRange(2, STATE + 1, states.length, 3).setValues(states);
  }

  private append(added: readonly Row[]): void {
    if (added.length === 0) return;
    const sheet = this.sheet ?? this.make();
    const first = this.rows.length + 2;
    const lacking = first + added.length - 1 - sheet.getMaxRows();
    if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
    sheet
      .getRange(first, 1, added.length, WIDTH)
      .setNumberFormat("@")
      .setValues([...added]);
    this.rows.push(...added);
  }

  private make(): GoogleAppsScript.Spreadsheet.Sheet {
    const spreadsheet = book();
    const shown = spreadsheet.getActiveSheet();
    const sheet = spreadsheet.insertSheet(POST_SHEET, spreadsheet.getNumSheets());
    sheet.getRange(1, 1, 1, HEADINGS.length).setValues([[...HEADINGS]]);
    // A new sheet comes to the front; the person stays where they were.
    spreadsheet.setActiveSheet(shown);
    sheet.hideSheet();
    this.sheet = sheet;
    return sheet;
  }
}

function rowOf(cells: readonly string[]): Row {
  return Array.from({ length: WIDTH }, (_, column) => cells[column] ?? "");
}

function isContent(row: Row, key: string): boolean {
  return row[0] === "mail" && row[1] === key;
}

function isWaiting(row: Row): boolean {
  return row[0] === "to" && row[STATE] === "waiting";
}

function addresseeIn(row: Row): Addressee {
  return { email: row[2] ?? "", name: row[3] ?? "", isCopied: row[4] === "cc" };
}
