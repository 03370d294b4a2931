// Letting the page work between two slices of ours.

declare const scheduler: { yield?: () => Promise<void> } | undefined;

/** Lets the page work. Not tied to frames, which stand still in a background tab. */
export function breathe(): Promise<void> {
  if (typeof scheduler !== "undefined" && scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
