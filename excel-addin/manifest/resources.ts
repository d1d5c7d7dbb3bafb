import { type Language, say, type WordKey } from "../../core/index.ts";
import { type Element, el } from "./xml.ts";

/** The manifest's own language; every string is overridden in the other one. */
export const DEFAULT_LOCALE = "en-US";
const OVERRIDES: Readonly<Record<string, Language>> = { "zh-CN": "zh-CN" };

/** The strings, addresses and pictures that a manifest refers to: asking for one is what puts it there, so none dangles or lies unused. */
export class Resources {
  private readonly images = new Map<string, Element>();
  private readonly urls = new Map<string, Element>();
  private readonly shortStrings = new Map<string, Element>();
  private readonly longStrings = new Map<string, Element>();

  constructor(private readonly base: string) {}

  address(path: string): string {
    return `${this.base}/${path}`;
  }

  image(path: string): string {
    return this.add(this.images, "bt:Image", resid("Icon", path), { DefaultValue: this.address(path) });
  }

  /** @param inLanguage the same in other languages, where it differs by them */
  url(id: string, path: string, inLanguage?: (language: Language) => string): string {
    const overrides = inLanguage ? overridden((language) => this.address(inLanguage(language))) : [];
    return this.add(this.urls, "bt:Url", `${id}.Url`, { DefaultValue: this.address(path) }, overrides);
  }

  short(key: WordKey): string {
    return this.add(this.shortStrings, "bt:String", resid("S", key), { DefaultValue: say("en", key) }, said(key));
  }

  long(key: WordKey): string {
    return this.add(this.longStrings, "bt:String", resid("L", key), { DefaultValue: say("en", key) }, said(key));
  }

  /** A short string that is the same in every language. */
  name(id: string, name: string): string {
    return this.add(
      this.shortStrings,
      "bt:String",
      id,
      { DefaultValue: name },
      overridden(() => name),
    );
  }

  element(): Element {
    return el(
      "Resources",
      {},
      el("bt:Images", {}, ...this.images.values()),
      el("bt:Urls", {}, ...this.urls.values()),
      el("bt:ShortStrings", {}, ...this.shortStrings.values()),
      el("bt:LongStrings", {}, ...this.longStrings.values()),
    );
  }

  private add(
    into: Map<string, Element>,
    name: string,
    id: string,
    attributes: Readonly<Record<string, string>>,
    overrides: readonly Element[] = [],
  ): string {
    into.set(id, el(name, { id, ...attributes }, ...overrides));
    return id;
  }
}

/** Words as a setting outside the resources takes them. */
export function localised(name: string, key: WordKey): Element {
  const overrides = Object.entries(OVERRIDES).map(([locale, language]) => el("Override", { Locale: locale, Value: say(language, key) }));
  return el(name, { DefaultValue: say("en", key) }, ...overrides);
}

const said = (key: WordKey) => overridden((language) => say(language, key));

function overridden(value: (language: Language) => string): Element[] {
  return Object.entries(OVERRIDES).map(([locale, language]) => el("bt:Override", { Locale: locale, Value: value(language) }));
}

/** At most 32 characters, which the command ids keep to. @example resid("S", "command-record-minutes") // "S.RecordMinutes" */
function resid(kind: string, key: string): string {
  const words = key
    .replace(/^(command|help|icons)[-/]/, "")
    .replace(/\.png$/, "")
    .split("-");
  return [kind, words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")].join(".");
}
