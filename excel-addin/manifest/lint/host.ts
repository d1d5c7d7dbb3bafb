import type { Element } from "@xmldom/xmldom";
import { all, attribute, type Fault, inside } from "./elements.ts";

/** Children that Office takes in this order only. An out-of-order element is a manifest that does not load. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  Group: ["OverriddenByRibbonApi", "Label", "Icon", "Control"],
  Control: ["OverriddenByRibbonApi", "Label", "Supertip", "Icon", "Action", "Enabled"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

export function orderFaults(root: Element): Fault[] {
  return Object.entries(ORDER).flatMap(([name, order]) =>
    all(root, name).flatMap((parent) => {
      const ranks = inside(parent).map(({ localName }) => order.indexOf(localName ?? ""));
      const isInOrder = ranks.every((rank, index) => rank >= 0 && rank >= (ranks[index - 1] ?? 0));
      return isInOrder ? [] : [{ rule: "element-order", detail: `${name} takes ${order.join(", ")}` }];
    }),
  );
}

export function requirementFaults(root: Element, needed: Readonly<Record<string, string>>): Fault[] {
  const sets = inside(root)
    .filter(({ localName }) => localName === "Requirements")
    .flatMap((requirements) => all(requirements, "Set"));
  return Object.entries(needed).flatMap(([name, version]) => {
    const set = sets.find((each) => attribute(each, "Name") === name);
    return set && attribute(set, "MinVersion") === version ? [] : [{ rule: "requirement-missing", detail: `${name} ${version}` }];
  });
}

/** Ribbon, pane and functions share one runtime only where all of them name the page alike. */
export function runtimeFaults(root: Element): Fault[] {
  const runtimes = all(root, "Runtime");
  const resid = runtimes[0] ? attribute(runtimes[0], "resid") : "";
  const faults: Fault[] = runtimes.length === 1 ? [] : [{ rule: "runtime-mismatch", detail: `${runtimes.length} runtimes` }];
  if (runtimes.some((runtime) => attribute(runtime, "lifetime") !== "long")) faults.push({ rule: "runtime-not-long", detail: resid });
  const pages = [
    ...all(root, "FunctionFile"),
    ...all(root, "Page").flatMap(inside),
    ...all(root, "Action").flatMap((action) => all(action, "SourceLocation")),
  ];
  for (const page of pages)
    if (attribute(page, "resid") !== resid)
      faults.push({ rule: "runtime-mismatch", detail: `${page.parentNode?.nodeName} ${page.localName}: ${attribute(page, "resid")}` });
  return faults;
}

export function controlFaults(root: Element): Fault[] {
  const ids = [...all(root, "Group"), ...all(root, "Control")].map((control) => attribute(control, "id"));
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => ({ rule: "control-duplicate", detail: id }));
}

/** A button whose action no function answers to waits for ever. */
export function actionFaults(root: Element, actions: readonly string[]): Fault[] {
  return all(root, "FunctionName")
    .map((element) => (element.textContent ?? "").trim())
    .filter((id) => !actions.includes(id))
    .map((id) => ({ rule: "action-unknown", detail: id }));
}
