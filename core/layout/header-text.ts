/** A person's text as it stands in a page's header or footer, where `&` begins a code. */
export function headerText(text: string): string {
  return text.replaceAll("&", "&&");
}
