// Names that differ on every page load: a page cannot know us by them, and they say nothing.

/** `prefix` and 64 random bits. */
export function randomName(prefix: string): string {
  const bits = crypto.getRandomValues(new Uint32Array(2));
  return prefix + Array.from(bits, (it) => it.toString(36)).join("");
}
