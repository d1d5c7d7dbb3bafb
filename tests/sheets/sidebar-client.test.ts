import { describe, expect, it, vi } from "vitest";
import { standardProfile } from "../../pane/profile.ts";
import { Asking, type ScriptRun } from "../../sheets-script/sidebar/script-run.ts";
import { SheetsDevice } from "../../sheets-script/sidebar/sheets-device.ts";
import { sheetsRunner } from "../../sheets-script/sidebar/sheets-runner.ts";
import type { Reply, Request } from "../../sheets-script/wire.ts";
import { sayHere } from "../../sheets-script/words/words.ts";

/** Google's side of a page: calls that a test answers when and how it likes. */
class Google {
  readonly calls: { readonly request: Request; readonly answer: (value: unknown) => void; readonly fail: (error: unknown) => void }[] = [];

  run = (): ScriptRun => {
    let succeed = (_: unknown): void => {};
    let fail = (_: unknown): void => {};
    const self: ScriptRun = {
      withSuccessHandler: (handle) => {
        succeed = handle;
        return self;
      },
      withFailureHandler: (handle) => {
        fail = handle;
        return self;
      },
      concordServe: (text) => {
        const request = JSON.parse(text) as Request;
        const answer = (value: unknown): void => succeed(JSON.stringify({ id: request.id, value } satisfies Reply));
        this.calls.push({ request, answer, fail });
      },
    };
    return self;
  };
}

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

function open(): { google: Google; runner: ReturnType<typeof sheetsRunner> } {
  const google = new Google();
  const person = { name: "顾婷", department: "", language: "zh-CN" } as const;
  return { google, runner: sheetsRunner(new Asking(google.run, () => person), () => person.language) };
}

describe("the sidebar's way to the script", () => {
  it("gives each answer to its own question, in whatever order they come", async () => {
    const { google, runner } = open();
    const asked = [runner.preview("a", {}), runner.preview("b", {}), runner.preview("c", {})];
    await tick();
    for (const { request, answer } of [...google.calls].reverse()) answer("command" in request ? request.command : "");
    expect(await Promise.all(asked)).toEqual(["a", "b", "c"]);
  });

  it("runs one command after the other, and never more than a few questions at once", async () => {
    const { google, runner } = open();
    void runner.run("first", {});
    void runner.run("second", {});
    await tick();
    for (let index = 0; index < 20; index++) void runner.preview(`p${index}`, {});
    await tick();
    const running = google.calls.filter(({ request }) => request.kind === "run");
    expect(running).toHaveLength(1);
    expect(google.calls.length).toBeLessThan(10);
    for (let index = 0; index < google.calls.length; index++) {
      google.calls[index]?.answer({});
      await tick();
    }
    expect(google.calls).toHaveLength(22);
  });

  it("reads a screen once more, however often it is asked for meanwhile", async () => {
    const { google, runner } = open();
    const views = Array.from({ length: 10 }, () => runner.view("week"));
    await tick();
    expect(google.calls).toHaveLength(1);
    google.calls[0]?.answer("old");
    await tick();
    google.calls[1]?.answer("new");
    expect(await Promise.all(views)).toEqual(["old", ...Array.from({ length: 9 }, () => "new")]);
    expect(google.calls).toHaveLength(2);
  });

  it.each([
    ["We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.", "sheets-several-accounts"],
    ["Authorization is required to perform that action.", "sheets-several-accounts"],
    ["NetworkError: Connection failure due to HTTP 0", "sheets-connection"],
    ["Exceeded maximum execution time", "sheets-took-too-long"],
  ] as const)("explains %s", async (said, word) => {
    const { google, runner } = open();
    const [answer, view] = [runner.run("a", {}), runner.view("week")];
    const rejected = expect(view).rejects.toMatchObject({ severity: "error", code: "host-says" });
    await tick();
    for (const { fail } of google.calls) fail(new Error(said));
    expect((await answer).problems).toMatchObject([{ severity: "error", params: { sentence: sayHere("zh-CN", word, { detail: said }) } }]);
    await rejected;
  });

  it("says so where the script answers with nothing", async () => {
    const silent: ScriptRun = {
      withSuccessHandler: (handle) => ({
        ...silent,
        concordServe: () => handle(null),
        withFailureHandler: () => ({ ...silent, concordServe: () => handle(null) }),
      }),
      withFailureHandler: () => silent,
      concordServe: () => undefined,
    };
    await expect(
      new Asking(
        () => silent,
        () => standardProfile("en"),
      ).ask({ kind: "undo" }),
    ).rejects.toMatchObject({ word: "sheets-no-answer" });
  });

  it("follows a run, and hands on that it was called off", async () => {
    vi.useFakeTimers();
    try {
      const { google, runner } = open();
      const steps: number[] = [];
      const watch = { isCancelled: false, step: (done: number) => steps.push(done) };
      const running = runner.run("a", {}, { watch });
      await vi.advanceTimersByTimeAsync(1_600);
      google.calls.find(({ request }) => request.kind === "progress")?.answer([2, 5]);
      watch.isCancelled = true;
      await vi.advanceTimersByTimeAsync(1_600);
      expect(google.calls.filter(({ request }) => request.kind === "cancel")).toHaveLength(1);
      google.calls.find(({ request }) => request.kind === "run")?.answer({ changes: 0 });
      await running;
      expect(steps).toEqual([2]);
      const before = google.calls.length;
      await vi.advanceTimersByTimeAsync(10_000);
      expect(google.calls).toHaveLength(before);
    } finally {
      vi.useRealTimers();
    }
  });

  it("lasts as long as the page where a profile cannot be kept", async () => {
    const device = new SheetsDevice(standardProfile("zh-CN"), () => Promise.reject(new Error("PERMISSION_DENIED")));
    device.change({ name: "李雪" });
    await tick();
    expect(device.current().name).toBe("李雪");
  });
});
