import type { Language } from "../core/index.ts";

export type ThemeChoice = "automatic" | "light" | "dark" | "contrast";

/** What is asked once on a device and kept there. */
export interface Profile {
  readonly name: string;
  readonly department: string;
  readonly language: Language;
  readonly theme: ThemeChoice;
  /** The name was given, or the question was skipped. */
  readonly isIntroduced: boolean;
}

/** The device at which the person sits; a host says how it remembers. */
export interface Device {
  /** The same object until something changes. */
  current(): Profile;
  change(part: Partial<Profile>): void;
  /** @returns how to stop that */
  subscribe(listener: () => void): () => void;
}
