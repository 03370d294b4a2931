/** Starts the variant that the page names; every bundle of kits ends with this. */
export function mount(variants: Readonly<Record<string, (root: HTMLElement) => void>>): void {
  const name = document.body.dataset["view"] ?? "";
  const variant = variants[name];
  const root = document.getElementById("app");
  if (!variant || !root) throw new Error(`no kit page "${name}"`);
  variant(root);
}

/** A style sheet of the kits inside another tree (shadow root, frame). */
export function styleLink(name: string): HTMLLinkElement {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `/__kit/${name}.css`;
  return link;
}
