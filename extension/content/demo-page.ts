// The demo shop on this machine: its pages say which back office's page they stand for. Nothing of this is heard on any other host.

const LOCAL = ["localhost", "127.0.0.1"] as const;

/** The address of the real page that the open demo page stands for, or null on every real page. */
export function standsFor(): URL | null {
  if (!LOCAL.some((host) => host === location.hostname)) return null;
  const content = document.querySelector('meta[name="shop-url"]')?.getAttribute("content");
  return content && URL.canParse(content) ? new URL(content) : null;
}

/** Tells the demo's own copy of the page side that the extension is here, so that it steps aside. */
export function claim(): void {
  if (standsFor()) document.documentElement.setAttribute("data-aftersales-radar", "extension");
}
