const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Source: RFC 4648, section 4. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.subarray(index, index + 3);
    text += digit(a >> 2) + digit(((a & 3) << 4) | ((b ?? 0) >> 4));
    text += b === undefined ? "==" : digit(((b & 15) << 2) | ((c ?? 0) >> 6)) + (c === undefined ? "=" : digit(c & 63));
  }
  return text;
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}

/** The inverse of `base64`. @throws on anything but base64, which is a bug where it happens */
export function fromBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of digits) {
    const value = DIGITS.indexOf(character);
    if (value < 0) throw new Error(`not base64: ${character}`);
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

/** Base64 in lines of 76, as mail wants it. */
export function base64Lines(bytes: Uint8Array): string {
  return base64(bytes).replace(/.{76}(?!$)/g, "$&\r\n");
}
