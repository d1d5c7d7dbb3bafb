import { carriedSection } from "./carried-section.ts";
import { dueSection } from "./due-section.ts";
import { meetingsSection } from "./meetings-section.ts";
import { overdueSection } from "./overdue-section.ts";
import { productionSection } from "./production-section.ts";
import { salesSection } from "./sales-section.ts";
import type { Scene } from "./scene.ts";
import type { Section } from "./section.ts";
import { shortagesSection } from "./shortages-section.ts";

/** The parts of the dashboard in order; one that has nothing to look at gives none. A new part is one more line. */
const parts: readonly ((scene: Scene) => Section | undefined)[] = [
  dueSection,
  overdueSection,
  meetingsSection,
  carriedSection,
  productionSection,
  salesSection,
  shortagesSection,
];

export function sectionsOf(scene: Scene): Section[] {
  return parts.flatMap((part) => part(scene) ?? []);
}
