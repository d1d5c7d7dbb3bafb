import { commandById, type WordKey } from "../../core/index.ts";
import { actionId, type RibbonButton, ribbonButtons } from "../ribbon/buttons.ts";
import { APP_ICON, iconFile, LIST_SIZES, RIBBON_SIZES } from "./icon-files.ts";
import { REQUIREMENTS } from "./requirements.ts";
import { DEFAULT_LOCALE, localised, Resources } from "./resources.ts";
import { type Element, el, xmlDocument } from "./xml.ts";

export interface ManifestOptions {
  /** Where the built files are served, without a slash at the end: `https://host/path`. */
  readonly base: string;
  /** Concord's, as in package.json. */
  readonly version: string;
}

/** Never to be changed: it is how Office knows that a new manifest is the same add-in. */
const ID = "f656d7bd-6e99-4421-91e6-c829986a7c6b";
export const NAMESPACE = "CONCORD";

const iconPath = (icon: string, size: number) => `icons/${iconFile(icon, size)}`;
export const functionsPath = (language: string) => `functions.${language}.json`;

/** The manifest of the Excel add-in, for the place from which its files are served. */
export function manifestXml({ base, version }: ManifestOptions): string {
  const resources = new Resources(base);
  const overrides = versionOverrides(resources);
  return xmlDocument(
    el(
      "OfficeApp",
      {
        xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
        "xsi:type": "TaskPaneApp",
      },
      el("Id", {}, ID),
      el("Version", {}, officeVersion(version)),
      el("ProviderName", {}, "Concord"),
      el("DefaultLocale", {}, DEFAULT_LOCALE),
      localised("DisplayName", "addin-name"),
      localised("Description", "addin-about"),
      el("IconUrl", { DefaultValue: resources.address(iconPath(APP_ICON, LIST_SIZES.plain)) }),
      el("HighResolutionIconUrl", { DefaultValue: resources.address(iconPath(APP_ICON, LIST_SIZES.highResolution)) }),
      el("Hosts", {}, el("Host", { Name: "Workbook" })),
      el(
        "Requirements",
        {},
        el(
          "Sets",
          { DefaultMinVersion: "1.1" },
          ...Object.entries(REQUIREMENTS).map(([Name, MinVersion]) => el("Set", { Name, MinVersion })),
        ),
      ),
      el("DefaultSettings", {}, el("SourceLocation", { DefaultValue: resources.address(PAGE) })),
      el("Permissions", {}, "ReadWriteDocument"),
      overrides,
    ),
  );
}

const PAGE = "pane.html";

function versionOverrides(resources: Resources): Element {
  const page = resources.url("Pane", PAGE);
  const host = el(
    "Host",
    { "xsi:type": "Workbook" },
    el("Runtimes", {}, el("Runtime", { resid: page, lifetime: "long" })),
    el("AllFormFactors", {}, customFunctions(resources, page)),
    el("DesktopFormFactor", {}, el("FunctionFile", { resid: page }), ribbon(resources, page)),
  );
  const description = el("Description", { resid: resources.long("addin-about") });
  return el(
    "VersionOverrides",
    { xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides", "xsi:type": "VersionOverridesV1_0" },
    description,
    el("Hosts", {}, host),
    resources.element(),
  );
}

function customFunctions(resources: Resources, page: string): Element {
  const source = (resid: string) => el("SourceLocation", { resid });
  return el(
    "ExtensionPoint",
    { "xsi:type": "CustomFunctions" },
    // Excel wants a script beside the page even where, as here, the shared runtime makes the page do all.
    el("Script", {}, source(resources.url("Functions.Script", "functions.js"))),
    el("Page", {}, source(page)),
    el("Metadata", {}, source(resources.url("Functions.Metadata", functionsPath("en"), functionsPath))),
    el("Namespace", { resid: resources.name("Functions.Namespace", NAMESPACE) }),
  );
}

function ribbon(resources: Resources, page: string): Element {
  const open = el(
    "Action",
    { "xsi:type": "ShowTaskpane" },
    el("TaskpaneId", {}, "Concord.Pane"),
    el("SourceLocation", { resid: page }),
    el("Title", { resid: resources.short("addin-name") }),
  );
  return el(
    "ExtensionPoint",
    { "xsi:type": "PrimaryCommandSurface" },
    el(
      "OfficeTab",
      { id: "TabHome" },
      el(
        "Group",
        { id: "Concord.Group" },
        el("Label", { resid: resources.short("ribbon-group") }),
        icon(resources, APP_ICON),
        button(resources, { id: "Concord.OpenPane", label: "ribbon-pane", help: "ribbon-pane-help", icon: APP_ICON }, open),
        ...ribbonButtons.map((each) => commandButton(resources, each)),
      ),
    ),
  );
}

function commandButton(resources: Resources, { command: id, icon }: RibbonButton): Element {
  const command = commandById(id);
  if (!command) throw new Error(`the ribbon has a button for ${id}, which is no command`);
  const action = el("Action", { "xsi:type": "ExecuteFunction" }, el("FunctionName", {}, actionId(id)));
  return button(resources, { id: `Concord.${actionId(id)}`, label: command.title, help: command.help, icon }, action);
}

interface ButtonWords {
  readonly id: string;
  readonly label: WordKey;
  readonly help: WordKey;
  readonly icon: string;
}

function button(resources: Resources, { id, label, help, icon: drawing }: ButtonWords, action: Element): Element {
  const title = resources.short(label);
  return el(
    "Control",
    { "xsi:type": "Button", id },
    el("Label", { resid: title }),
    el("Supertip", {}, el("Title", { resid: title }), el("Description", { resid: resources.long(help) })),
    icon(resources, drawing),
    action,
  );
}

function icon(resources: Resources, drawing: string): Element {
  return el(
    "Icon",
    {},
    ...RIBBON_SIZES.map((size) => el("bt:Image", { size: String(size), resid: resources.image(iconPath(drawing, size)) })),
  );
}

/** Excel on the web takes four numbers only; a higher one replaces what is installed. @example officeVersion("0.2.1") // "1.0.2.1" */
function officeVersion(version: string): string {
  return `1.${version}`;
}
