import type { Element } from "@xmldom/xmldom";
import { all, attribute, type Fault, inside } from "./elements.ts";

/** Which part of the resources an element's `resid` is looked up in; all others are addresses. */
const SECTION_OF: Readonly<Record<string, string>> = {
  Image: "Images",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
};

const LONGEST_RESID = 32;
const LONGEST: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250, DisplayName: 125, Description: 250 };

export function resourceFaults(root: Element): Fault[] {
  const faults: Fault[] = [];
  const used = new Set<string>();
  const defined = new Map<string, string>();
  for (const { section, element } of resources(root)) {
    const id = attribute(element, "id");
    if (defined.has(id)) faults.push({ rule: "resource-duplicate", detail: id });
    defined.set(id, section);
  }
  for (const element of all(root, "*").filter((each) => each.hasAttribute("resid"))) {
    const id = attribute(element, "resid");
    used.add(id);
    const section = SECTION_OF[element.localName ?? ""] ?? "Urls";
    if (defined.get(id) !== section)
      faults.push({ rule: "resource-dangling", detail: `${element.localName} refers to ${id}, not in ${section}` });
  }
  for (const id of defined.keys()) if (!used.has(id)) faults.push({ rule: "resource-unused", detail: id });
  return faults;
}

export function lengthFaults(root: Element): Fault[] {
  const faults: Fault[] = [];
  const measure = (where: string, text: string, longest: number): void => {
    if (text.length > longest) faults.push({ rule: "too-long", detail: `${where}: ${text.length} characters, at most ${longest}` });
  };
  for (const { section, element } of resources(root)) {
    const id = attribute(element, "id");
    measure(`id ${id}`, id, LONGEST_RESID);
    for (const text of texts(element)) measure(id, text, LONGEST[section] ?? Number.POSITIVE_INFINITY);
  }
  for (const element of settings(root))
    for (const text of texts(element)) measure(element.localName ?? "", text, LONGEST[element.localName ?? ""] ?? 0);
  return faults;
}

/** A language that some strings are said in has to be there for every one: Office mixes them without a word. */
export function localeFaults(root: Element): Fault[] {
  const strings = [...resources(root).flatMap(({ section, element }) => (section.endsWith("Strings") ? [element] : [])), ...settings(root)];
  const localesOf = (element: Element) => inside(element).map((override) => attribute(override, "Locale"));
  const locales = new Set(strings.flatMap(localesOf));
  return strings.flatMap((element) => {
    const missing = [...locales].filter((locale) => !localesOf(element).includes(locale));
    return missing.map((locale) => ({ rule: "locale-missing", detail: `${attribute(element, "id") || element.localName}: ${locale}` }));
  });
}

export function urlFaults(root: Element): Fault[] {
  const addresses = [
    ...resources(root).flatMap(({ section, element }) => (section.endsWith("Strings") ? [] : [element])),
    ...["IconUrl", "HighResolutionIconUrl", "SupportUrl"].flatMap((name) => all(root, name)),
    ...all(root, "SourceLocation").filter((element) => element.hasAttribute("DefaultValue")),
  ];
  return addresses
    .flatMap(texts)
    .filter((url) => !isHttps(url))
    .map((url) => ({ rule: "url-not-https", detail: url }));
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}

/** Name and description of the add-in itself, which stand outside the resources. */
function settings(root: Element): Element[] {
  return inside(root).filter(({ localName }) => localName === "DisplayName" || localName === "Description");
}

function resources(root: Element): { section: string; element: Element }[] {
  const sections = all(root, "Resources").flatMap(inside);
  return sections.flatMap((section) => inside(section).map((element) => ({ section: section.localName ?? "", element })));
}

/** What an element says, in each language. */
function texts(element: Element): string[] {
  return [attribute(element, "DefaultValue"), ...inside(element).map((override) => attribute(override, "Value"))];
}
