// The wheel over a chip steps its target, once the pointer has been moved there: a page that is scrolled past under it changes nothing.

/** So many pixels of the wheel are one step. */
const NOTCH = 40;

export function listenToWheel(element: HTMLElement, step: (way: "up" | "down") => void): void {
  let from: string | null = null;
  let armed = false;
  let turned = 0;
  const place = (event: PointerEvent): string => `${event.screenX} ${event.screenY}`;
  element.addEventListener("pointerenter", (event) => void (from = place(event)));
  element.addEventListener("pointermove", (event) => {
    if (event.isTrusted && from !== null && place(event) !== from) armed = true;
  });
  element.addEventListener("pointerleave", () => {
    [from, armed, turned] = [null, false, 0];
  });
  const wheel = (event: WheelEvent): void => {
    if (!event.isTrusted || !armed || event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    event.stopPropagation();
    turned += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : Math.sign(event.deltaY) * NOTCH;
    if (Math.abs(turned) < NOTCH) return;
    step(turned < 0 ? "up" : "down");
    turned = 0;
  };
  element.addEventListener("wheel", wheel, { passive: false });
}
