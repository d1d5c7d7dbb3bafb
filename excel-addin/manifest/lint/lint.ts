import { DOMParser } from "@xmldom/xmldom";
import type { Fault } from "./elements.ts";
import { actionFaults, controlFaults, orderFaults, requirementFaults, runtimeFaults } from "./host.ts";
import { iconFaults } from "./icons.ts";
import { lengthFaults, localeFaults, resourceFaults, urlFaults } from "./resources.ts";

/** What the manifest is checked against. */
export interface Surroundings {
  /** The file served at an address; nothing where there is none. */
  readonly fileAt: (url: string) => Uint8Array | undefined;
  /** The action ids that the page associates with a function. */
  readonly actions: readonly string[];
  /** The requirement sets that the code needs, with the least version. */
  readonly requirements: Readonly<Record<string, string>>;
}

/** Finds in a manifest what an XML schema cannot say. */
export function lintManifest(xml: string, surroundings: Surroundings): readonly Fault[] {
  const root = new DOMParser().parseFromString(xml, "text/xml").documentElement;
  if (root?.localName !== "OfficeApp") return [{ rule: "no-manifest", detail: "the document element is not OfficeApp" }];
  return [
    ...orderFaults(root),
    ...requirementFaults(root, surroundings.requirements),
    ...runtimeFaults(root),
    ...controlFaults(root),
    ...actionFaults(root, surroundings.actions),
    ...resourceFaults(root),
    ...lengthFaults(root),
    ...localeFaults(root),
    ...urlFaults(root),
    ...iconFaults(root, surroundings.fileAt),
  ];
}
