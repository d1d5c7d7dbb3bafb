import { Damaged } from "./damaged.ts";
import { type Document, parseXml, serializeXml } from "./xml.ts";

/** The parts of an Office file as bytes, in the file's order. Names have no leading slash. */
export class Package {
  private constructor(private readonly parts: Map<string, Uint8Array>) {}

  static of(parts: Iterable<readonly [string, Uint8Array]>): Package {
    return new Package(new Map(parts));
  }

  /** A package that can be changed apart from this one. */
  copy(): Package {
    return new Package(new Map(this.parts));
  }

  get names(): readonly string[] {
    return [...this.parts.keys()];
  }

  entries(): Iterable<readonly [string, Uint8Array]> {
    return this.parts;
  }

  /** The name as the package has it: part names do not differ by case alone. */
  find(name: string): string | undefined {
    if (this.parts.has(name)) return name;
    const wanted = name.toLowerCase();
    return this.names.find((other) => other.toLowerCase() === wanted);
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  bytes(name: string): Uint8Array {
    const found = this.parts.get(this.find(name) ?? "");
    if (!found) throw new Damaged(`${name} is missing`);
    return found;
  }

  text(name: string): string {
    return decode(this.bytes(name), name);
  }

  xml(name: string): Document {
    return parseXml(this.text(name), name);
  }

  set(name: string, content: string | Uint8Array | Document): void {
    const whole = typeof content === "string" || content instanceof Uint8Array ? content : serializeXml(content);
    this.parts.set(this.find(name) ?? name, typeof whole === "string" ? new TextEncoder().encode(whole) : whole);
  }

  remove(name: string): void {
    this.parts.delete(this.find(name) ?? name);
  }

  /** The first free name, such as `xl/tables/table3.xml`. */
  freeName(before: string, after: string): string {
    let number = 1;
    while (this.has(`${before}${number}${after}`)) number++;
    return `${before}${number}${after}`;
  }
}

function decode(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Damaged(`${name} is not ${encoding} text`);
  }
}
