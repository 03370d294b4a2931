import { type Component, h, type VNode } from "vue";

type Slots = Readonly<Record<string, (scope: never) => unknown>>;

/** `h` for Element Plus components: their prop types are too narrow for strict render functions. */
export const ui = (component: unknown, props: Record<string, unknown> = {}, slots: (() => unknown) | Slots = {}): VNode =>
  h(component as Component, props, slots as never);
