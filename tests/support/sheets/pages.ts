import type { Account, MenuItem, Page } from "./account.ts";
import { type Implementation, ownOf, ServiceException } from "./kernel.ts";
import type { Run } from "./run.ts";

export function htmlService(run: Run, account: Account): object {
  const { kernel } = run;
  const output = (content: string): object => {
    const page = { content, title: "", width: 0, height: 0 };
    const chain = (change: () => void): object => {
      change();
      return self;
    };
    const self: object = kernel.serve(
      "HTML.HtmlOutput",
      {
        getContent: () => page.content,
        setContent: (text: string) =>
          chain(() => {
            page.content = text;
          }),
        append: (text: string) =>
          chain(() => {
            page.content += text;
          }),
        getTitle: () => page.title,
        setTitle: (title: string) =>
          chain(() => {
            page.title = title;
          }),
        setWidth: (width: number) =>
          chain(() => {
            page.width = width;
          }),
        setHeight: (height: number) =>
          chain(() => {
            page.height = height;
          }),
        addMetaTag: () => self,
        setSandboxMode: () => self,
      },
      page,
    );
    return self;
  };
  const file = (name: string): string => {
    const text = account.files.get(name.replace(/\.html$/, ""));
    if (text === undefined) throw new ServiceException(`No HTML file named ${name} was found.`);
    return text;
  };
  return kernel.serve("HTML.HtmlService", {
    createHtmlOutput: (content = "") => output(content),
    createHtmlOutputFromFile: (name: string) => output(file(name)),
  });
}

export function uiObject(run: Run, account: Account): object {
  const { kernel } = run;
  const menu = (caption: string): object => {
    const items: MenuItem[] = [];
    const chain = (item: MenuItem): object => {
      items.push(item);
      return self;
    };
    const self: object = kernel.serve(
      "Base.Menu",
      {
        addItem: (name: string, handler: string) => chain({ caption: name, handler }),
        addSeparator: () => chain({ caption: "-" }),
        addSubMenu: (sub: object) => chain(ownOf<MenuItem>(sub)),
        addToUi: () => void account.menus.push({ caption, items: [...items] }),
      },
      { caption, items },
    );
    return self;
  };
  const show =
    (kind: string): Implementation[string] =>
    (page: object, title: string | undefined) => {
      const { content, ...rest } = ownOf<Page>(page);
      account.shown.push({ kind, content, ...rest, title: title ?? rest.title });
    };
  const ask = (...given: readonly unknown[]): object => {
    const texts = given.filter((each) => typeof each === "string");
    const isChoice = given.some((each) => String(each) !== "OK" && typeof each === "object");
    account.alerts.push(texts.join("\n"));
    return kernel.word("Base.Button", isChoice ? (account.answers.shift() ?? "CLOSE") : "OK");
  };
  return kernel.serve("Base.Ui", {
    createMenu: menu,
    createAddonMenu: () => menu("add-on"),
    showSidebar: show("sidebar"),
    showModalDialog: show("dialog"),
    showModelessDialog: show("dialog"),
    alert: ask,
  });
}
