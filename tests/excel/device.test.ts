import { describe, expect, it } from "vitest";
import { toIso } from "../../core/index.ts";
import { contextAt } from "../../excel-addin/clock.ts";
import { type Store, StoredDevice } from "../../excel-addin/device.ts";
import type { Profile } from "../../pane/device.ts";

const NEW: Profile = { name: "", department: "", language: "zh-CN", theme: "automatic", isIntroduced: false };

class Memory implements Store {
  readonly kept = new Map<string, string>();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.kept.set(key, value);
}

const deviceOn = (store: Store, key = "concord") => new StoredDevice(() => store, key, NEW);

describe("the device", () => {
  it("remembers who sits at it, and tells whoever listens", () => {
    const memory = new Memory();
    const device = deviceOn(memory);
    let told = 0;
    const stop = device.subscribe(() => told++);
    device.change({ name: "顾婷", theme: "dark" });
    stop();
    device.change({ department: "运营管理部" });
    expect(told).toBe(1);
    expect(deviceOn(memory).current()).toEqual({ ...NEW, name: "顾婷", theme: "dark", department: "运营管理部" });
    expect(deviceOn(memory, "another site's").current()).toEqual(NEW);
  });

  it("is the same object until something changes", () => {
    const device = deviceOn(new Memory());
    expect(device.current()).toBe(device.current());
  });

  it.each(["no JSON", "null", "[]", '{"language":"fr","theme":7,"name":null}'])("takes nothing from a store that holds %s", (text) => {
    const memory = new Memory();
    memory.setItem("concord", text);
    expect(deviceOn(memory).current()).toEqual(NEW);
  });

  it("works where the browser keeps nothing", () => {
    const blocked = new StoredDevice(
      () => {
        throw new DOMException("blocked", "SecurityError");
      },
      "concord",
      NEW,
    );
    blocked.change({ name: "顾婷" });
    expect(blocked.current().name).toBe("顾婷");
  });
});

describe("the clock", () => {
  it("tells the day and the time of the place where the person sits", () => {
    const context = contextAt(new Date(2026, 10, 22, 23, 59, 30), { name: "顾婷", department: "运营管理部", language: "en" });
    expect(toIso(context.today)).toBe("2026-11-22");
    expect(context).toMatchObject({ now: 23 * 60 + 59, user: { name: "顾婷", department: "运营管理部" }, language: "en" });
  });
});
