import type { CellPlace, CellValue } from "../../../core/index.ts";
import type { Workbook } from "../../../desk/workbook/workbook.ts";
import { Book } from "./book.ts";
import { ExcelError, type ExcelObject } from "./excel-object.ts";
import { type Action, Request, type RequestBody } from "./request.ts";
import { workbookObject } from "./workbook-object.ts";

/** What Excel for the web takes and gives in one request. */
const MAX_BYTES = 5_000_000;

/**
 * A request that goes wrong: after this many actions, or all of them, nothing more happens. No answer
 * comes, or Excel's error where there is a code.
 */
interface Fault {
  readonly sync: number;
  readonly afterActions: number;
  readonly code?: string;
}

/** What the client gets where the connection broke. */
const LOST = { statusCode: 503, body: "" };

interface Message {
  readonly id: number;
  readonly message: { readonly body: string };
}

/**
 * Excel's side of the Office.js client: requests arrive as text and are carried out on a workbook in
 * memory. What it answers is our reading of the client and of Microsoft's documents.
 */
export class OfficeBridge {
  /** The client puts its ear here. */
  onMessageFromHost: (text: string) => void = () => {};
  /** How many times `context.sync()` reached Excel; the client's own clean-up is not one. */
  syncs = 0;
  /** What each action of each sync does, such as `set Name` or `Add of Tables`. */
  readonly actions: string[][] = [];
  /** The bytes of each sync's request. */
  readonly bytes: number[] = [];
  /** The bytes of each sync's answer, one refused included. */
  readonly answered: number[] = [];
  fault: Fault | undefined;
  /** Excel refuses everything with this code. */
  refusesWith: string | undefined;
  /** Called before each sync, as another person would act between them. */
  beforeSync: (sync: number) => void = () => {};
  private readonly kept = new Map<string, ExcelObject>();
  private readonly book: Book;
  private readonly root: ExcelObject;

  /** @param results of formulas, since nothing calculates here, by sheet and formula */
  constructor(workbook: Workbook, results: (sheet: string, formula: string) => CellValue) {
    this.book = new Book(workbook, results);
    this.root = workbookObject(this.book);
  }

  /** The first cell of what is selected. */
  get selected(): CellPlace | undefined {
    const { selected } = this.book;
    return selected && { sheet: selected.sheet, row: selected.area.row, column: selected.area.column };
  }

  sendMessageToHost(text: string): void {
    const { id, message } = JSON.parse(text) as Message;
    const answer = this.answer(typeof message.body === "string" ? (JSON.parse(message.body) as RequestBody) : message.body);
    queueMicrotask(() => this.onMessageFromHost(JSON.stringify({ id, type: 2, message: { headers: {}, ...answer } })));
  }

  private answer(body: RequestBody): { statusCode: number; body: string } {
    const isSync = body.Actions.some(({ ActionType, Name }) => ActionType !== 1 && Name !== "_RemoveReference");
    if (isSync) {
      this.syncs++;
      this.actions.push(body.Actions.map((action) => told(action, body)));
      this.beforeSync(this.syncs);
      this.bytes.push(bytesOf(body));
    }
    if (isSync && this.refusesWith !== undefined) return refusal(this.refusesWith, "refused", 0);
    const answer = this.carryOut(body, isSync && this.fault?.sync === this.syncs ? this.fault : undefined);
    if (isSync) this.answered.push(Buffer.byteLength(answer.body));
    return answer;
  }

  private carryOut(body: RequestBody, fault: Fault | undefined): { statusCode: number; body: string } {
    if (bytesOf(body) > MAX_BYTES) return refusal("RequestPayloadSizeLimitExceeded", "The request is too large.", 0);
    const request = new Request(body, this.root, this.kept);
    const Results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of body.Actions.entries()) {
      if (index === fault?.afterActions) return broken(fault);
      try {
        Results.push({ ActionId: action.Id, Value: request.carryOut(action) });
      } catch (error) {
        if (!(error instanceof ExcelError)) throw error;
        return refusal(error.code, `${error.message} (${told(action, body)})`, index);
      }
    }
    if (fault) return broken(fault);
    const answer = JSON.stringify({ Results });
    if (Buffer.byteLength(answer) > MAX_BYTES) return refusal("ResponsePayloadSizeLimitExceeded", "The answer is too large.", 0);
    return { statusCode: 200, body: answer };
  }
}

function broken({ code, afterActions }: Fault): { statusCode: number; body: string } {
  return code === undefined ? LOST : refusal(code, "Excel gave up.", afterActions);
}

function bytesOf(body: RequestBody): number {
  return Buffer.byteLength(JSON.stringify(body));
}

const VERBS = ["", "get", "load", "call", "set"];

/** An action in a few words, such as `set Tables.Add.Name`: by which members the client reached what it acts on. */
function told({ Name, ActionType, ObjectPathId, QueryInfo }: Action, { ObjectPaths }: RequestBody): string {
  const names = [Name || (QueryInfo?.Select?.join(",") ?? "")];
  for (let path = ObjectPaths[ObjectPathId]; path && names.length < 4; path = ObjectPaths[path.ParentObjectPathId ?? 0])
    names.unshift(path.Name);
  return `${VERBS[ActionType] ?? `type ${ActionType}`} ${names.filter((name) => name !== "").join(".")}`;
}

function refusal(Code: string, Message: string, ActionIndex: number): { statusCode: number; body: string } {
  return { statusCode: 200, body: JSON.stringify({ Results: [], Error: { Code, Message, ActionIndex, HttpStatusCode: 400 } }) };
}
