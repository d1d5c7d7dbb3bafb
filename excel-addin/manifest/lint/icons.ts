import type { Element } from "@xmldom/xmldom";
import { all, attribute, type Fault, inside } from "./elements.ts";
import { pngSize } from "./png.ts";

/** Office draws these sizes itself from no other. */
const NEEDED_SIZES = [16, 32, 80];
const APP_ICONS: Readonly<Record<string, number>> = { IconUrl: 32, HighResolutionIconUrl: 64 };

export function iconFaults(root: Element, fileAt: (url: string) => Uint8Array | undefined): Fault[] {
  const urls = new Map(
    all(root, "Images")
      .flatMap(inside)
      .map((image) => [attribute(image, "id"), attribute(image, "DefaultValue")]),
  );
  const faults: Fault[] = [];
  for (const icon of all(root, "Icon")) {
    const images = inside(icon);
    const owner = attribute(icon.parentNode as Element, "id");
    for (const size of NEEDED_SIZES)
      if (!images.some((image) => attribute(image, "size") === String(size)))
        faults.push({ rule: "icon-size-missing", detail: `${owner}: ${size}` });
    for (const image of images) {
      const url = urls.get(attribute(image, "resid"));
      // One that dangles is told as such already.
      if (url !== undefined) faults.push(...pictureFaults(url, Number(attribute(image, "size")), fileAt));
    }
  }
  for (const [name, size] of Object.entries(APP_ICONS))
    for (const element of all(root, name)) faults.push(...pictureFaults(attribute(element, "DefaultValue"), size, fileAt));
  return faults.filter(({ detail }, index) => faults.findIndex((other) => other.detail === detail) === index);
}

function pictureFaults(url: string, size: number, fileAt: (url: string) => Uint8Array | undefined): Fault[] {
  const bytes = fileAt(url);
  if (!bytes) return [{ rule: "icon-file-missing", detail: url }];
  const found = pngSize(bytes);
  if (!found) return [{ rule: "icon-not-png", detail: url }];
  if (found.width === size && found.height === size) return [];
  return [{ rule: "icon-wrong-size", detail: `${url} is ${found.width}x${found.height}, referred to as ${size}` }];
}
