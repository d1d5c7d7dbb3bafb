/**
 * Puts text on the clipboard. In a pane the newer way is often forbidden, so the older one, which copies
 * what is selected, is tried as well.
 */
export async function copyText(text: string, box: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    box?.focus();
    box?.select();
    return document.execCommand("copy");
  }
}
