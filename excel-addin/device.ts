import type { Device, Profile } from "../pane/device.ts";
import { profilePart } from "../pane/profile.ts";

/** The part of the browser's storage that is used; a test gives one that refuses. */
export type Store = Pick<Storage, "getItem" | "setItem">;

/** A profile kept in the browser. Storage may be blocked or full: then it lasts as long as the page. */
export class StoredDevice implements Device {
  private profile: Profile;
  private readonly listeners = new Set<() => void>();

  /** @param standard the profile of a device that nobody has used yet */
  constructor(
    private readonly store: () => Store,
    private readonly key: string,
    standard: Profile,
  ) {
    this.profile = { ...standard, ...this.stored() };
  }

  current(): Profile {
    return this.profile;
  }

  change(part: Partial<Profile>): void {
    this.profile = { ...this.profile, ...part };
    try {
      this.store().setItem(this.key, JSON.stringify(this.profile));
    } catch {
      // Blocked or full: the person still has it for today.
    }
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private stored(): Partial<Profile> {
    try {
      return profilePart(this.store().getItem(this.key));
    } catch {
      return {};
    }
  }
}
