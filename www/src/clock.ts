import { FIXED_NOW } from "./data/shops";

const ASKED = new URLSearchParams(location.search).get("now");
const META = document.querySelector('meta[name="shop-now"]')?.getAttribute("content");

/**
 * The demo's now. The published shop moves all its times to the visitor's clock (whole minutes); tests, and `?now=fixed`,
 * keep the fixed one that the truths are written for.
 */
export const NOW = META === "live" && ASKED !== "fixed" ? Math.floor(Date.now() / 60_000) * 60_000 : FIXED_NOW;

const STARTED = performance.now();
const listeners = new Set<() => void>();
let timer: number | undefined;

/** Whole seconds since the page was opened. */
export const elapsed = (): number => Math.floor((performance.now() - STARTED) / 1000);

/** Calls back every second until the returned function is called. */
export function everySecond(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => listeners.forEach((each) => each()), 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
}
