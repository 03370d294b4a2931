// What badges and chips say, and what they do when they are used.

import type { Desk } from "./desk";
import type { Texts } from "./paint";

/** `desk` is asked when something is used: it is made after the first painter. */
export function textsOf(desk: () => Desk, locale: string, say: (key: string, args: string[]) => string): Texts {
  return {
    locale,
    label: ({ mark }) => say("page_card_open", [mark.label]),
    chips: {
      label: ({ chip }) => (chip.up !== null || chip.down !== null ? say("page_score_open", [chip.label]) : chip.label),
      open: (entry) => desk().openScore(entry),
      step: (entry, way) => desk().scores.step(entry, way),
    },
  };
}
