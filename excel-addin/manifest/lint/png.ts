const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where the header chunk keeps them, after the signature, the chunk's length and its name. */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

/** What a PNG file says of its size; nothing where it is none. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const isPng = SIGNATURE.every((byte, index) => bytes[index] === byte);
  if (!isPng || bytes.length < HEIGHT_AT + 4 || String.fromCharCode(...bytes.subarray(12, 16)) !== "IHDR") return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(WIDTH_AT), height: view.getUint32(HEIGHT_AT) };
}
