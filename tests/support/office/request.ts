import { type Argument, ExcelError, type ExcelObject, invalid } from "./excel-object.ts";

interface Arguments {
  readonly Arguments?: readonly Argument[];
  /** Where an argument is another object: its path, and 0 where it is not. */
  readonly ReferencedObjectPathIds?: readonly number[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4 } as const;
const PATH = { global: 1, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

/** One request of the client carried out on Excel's objects, action by action. */
export class Request {
  private readonly resolved = new Map<number, ExcelObject | null>();

  /** @param kept objects that the client holds over from one request to the next */
  constructor(
    private readonly body: RequestBody,
    private readonly root: ExcelObject,
    private readonly kept: Map<string, ExcelObject>,
  ) {}

  carryOut(action: Action): unknown {
    if (action.Name === "_RemoveReference") {
      this.kept.delete(this.body.ObjectPaths[action.ObjectPathId]?.Name ?? "");
      return null;
    }
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && this.identify(object);
      case ACTION.query:
        return object && load(object, action.QueryInfo?.Select ?? invalid(`a load of ${object.type} that does not say what`));
      case ACTION.method:
        if (action.Name === "_KeepReference") return null;
        if (!object) throw new ExcelError("ItemNotFound", `${action.Name} of a null object`);
        return this.call(object, action.Name, action.ArgumentInfo) ?? null;
      case ACTION.setProperty:
        if (!object) throw new ExcelError("ItemNotFound", `${action.Name} of a null object`);
        member(object, object.set, action.Name)(action.ArgumentInfo?.Arguments?.[0]);
        return null;
      default:
        return invalid(`action type ${action.ActionType}`);
    }
  }

  private identify(object: ExcelObject): object {
    if (object.type !== "Range") return object.id ?? {};
    const id = `range-${this.kept.size + 1}`;
    this.kept.set(id, object);
    return { _ReferenceId: id };
  }

  /** Members of a null object are null objects. An object is found once a request, when it is first used. */
  private resolve(id: number): ExcelObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id] ?? invalid(`object path ${id}`);
    const object = this.follow(path);
    this.resolved.set(id, object);
    return object;
  }

  private follow(path: ObjectPath): ExcelObject | null {
    if (path.ObjectPathType === PATH.global) return this.root;
    if (path.ObjectPathType === PATH.nothing) return null;
    if (path.ObjectPathType === PATH.reference) return this.kept.get(path.Name) ?? invalid(`the released object ${path.Name}`);
    const parent = this.resolve(path.ParentObjectPathId ?? invalid("a path without a parent"));
    if (!parent) return null;
    switch (path.ObjectPathType) {
      case PATH.property:
        return member(parent, parent.own, path.Name)();
      case PATH.method:
        return this.call(parent, path.Name, path.ArgumentInfo) ?? null;
      case PATH.indexer:
        return (parent.item ?? invalid(`items of ${parent.type}`))(path.ArgumentInfo?.Arguments?.[0]);
      default:
        return invalid(`object path type ${path.ObjectPathType}`);
    }
  }

  private call(object: ExcelObject, name: string, given: Arguments = {}): ExcelObject | null | undefined {
    const values = (given.Arguments ?? []).map((value, index) => {
      const reference = given.ReferencedObjectPathIds?.[index];
      return reference ? this.resolve(reference) : value;
    });
    return member(object, object.call, name)(...values);
  }
}

/** The client speaks of members in PascalCase, and in camelCase where it loads. */
function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function member<T>(object: ExcelObject, members: Readonly<Record<string, T>> | undefined, name: string): T {
  return members?.[camel(name)] ?? invalid(`${object.type} has no ${name} to use so`);
}

/** The answer to a load: the properties asked for, objects within objects. */
function load(object: ExcelObject, select: readonly string[]): object {
  if (object.items) return { _Items: object.items().map((item) => ({ ...item.id, ...loadOne(item, select) })) };
  return loadOne(object, select);
}

function loadOne(object: ExcelObject, select: readonly string[]): object {
  const answer: Record<string, unknown> = {};
  const nested = new Map<string, string[]>();
  for (const path of select) {
    const [name = "", ...rest] = path.split("/");
    if (rest.length > 0) nested.set(name, [...(nested.get(name) ?? []), rest.join("/")]);
    else answer[name.charAt(0).toUpperCase() + name.slice(1)] = member(object, object.get, name)();
  }
  for (const [name, paths] of nested) {
    const inner = member(object, object.own, name)();
    answer[name.charAt(0).toUpperCase() + name.slice(1)] = inner && load(inner, paths);
  }
  return answer;
}
