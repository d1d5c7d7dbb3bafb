import type { Device, Profile } from "../../pane/device.ts";

/** The profile that the page opened with; what is changed is kept with the account. */
export class SheetsDevice implements Device {
  private readonly listeners = new Set<() => void>();

  constructor(
    private profile: Profile,
    private readonly keep: (profile: Profile) => Promise<unknown>,
  ) {}

  current(): Profile {
    return this.profile;
  }

  change(part: Partial<Profile>): void {
    this.profile = { ...this.profile, ...part };
    // Where it cannot be kept it lasts as long as the page.
    this.keep(this.profile).catch(() => undefined);
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
