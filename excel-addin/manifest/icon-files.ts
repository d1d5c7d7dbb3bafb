import { ribbonButtons } from "../ribbon/buttons.ts";

/** The drawing of Concord itself. */
export const APP_ICON = "concord";
/** What the ribbon needs at least: Office scales other sizes from these. */
export const RIBBON_SIZES = [16, 32, 80] as const;
/** The add-in's own picture in lists of add-ins. */
export const LIST_SIZES = { plain: 32, highResolution: 64 } as const;

export const iconFile = (icon: string, size: number) => `${icon}-${size}.png`;

/** Every picture that the manifest refers to. */
export const ICON_FILES: readonly { readonly icon: string; readonly size: number; readonly file: string }[] = [
  ...[APP_ICON, ...ribbonButtons.map(({ icon }) => icon)].flatMap((icon) => RIBBON_SIZES.map((size) => ({ icon, size }))),
  { icon: APP_ICON, size: LIST_SIZES.highResolution },
].map(({ icon, size }) => ({ icon, size, file: iconFile(icon, size) }));
