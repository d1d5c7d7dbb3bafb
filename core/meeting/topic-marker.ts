/** Under this a document remembers what a topic's own row said. */
export function topicMarker(key: string): string {
  return `topic:${key}`;
}
