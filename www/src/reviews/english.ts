import { row, type ReviewRow } from "./record";

export const GOODS: readonly (readonly [string, string])[] = [
  ["Cordless Desk Lamp with Dimmer, 3 Colour Modes", "White"], ["Stainless Steel Lunch Box, 2 Tiers, 1.2 L", "Green"], ["Kids Rain Jacket with Hood, Lightweight", "Blue, 6-7 years"],
  ["Bamboo Drawer Organiser, Set of 6", "Natural"], ["USB-C Charging Cable, Braided, 2 m", "Grey"],
];

const SAID: readonly (readonly [number, string])[] = [
  [1, "The lamp flickers after ten minutes and then switches itself off. I have tried two different chargers."],
  [2, "Soup leaked all over my bag because the lid never quite seals on the left side."],
  [5, "My son wears it every day, the zip runs smoothly and it keeps him dry."],
  [3, "Two of the six trays are a few millimetres too wide, so the set does not fit side by side."],
  [1, "Stopped charging after three weeks, the plug gets hot enough to hurt."],
  [4, "Nice warm light, though the touch button is a bit too sensitive."],
  [5, "Easy to clean and it fits my small backpack."],
  [2, "The sleeves are far too short for the size on the label."],
  [1, "One tray arrived cracked and there were splinters in the box."],
  [5, "Still going strong after a month, I bought a second one."],
  [3, "The base wobbles on my desk, a small piece of card underneath fixed it."],
  [1, "It smells strongly of machine oil, even after washing it five times."],
  [5, "Great jacket for spring showers."],
  [2, "The colour is much darker than in the photos, nearly brown."],
  [4, "Does what it should, the fabric picks up lint quickly."],
  [1, "Box was empty apart from the manual, no lamp inside."],
  [3, "Holds less than I expected, good for a snack but not a full lunch."],
  [5, "Love the hood, it stays up in the wind."],
  [1, "The glue came undone on the first day and the bottom fell out."],
  [2, "Charges my phone very slowly compared with the cable it came with."],
  [5, "Bright enough to read by, and the battery lasts all evening."],
  [4, "Good size. I wish the clips were metal."],
  [1, "Seams split under both arms the first time she wore it."],
  [3, "Fine, but one tray had a rough edge that I had to sand down."],
  [5, "Sturdy plugs and a good length for the sofa."],
  [2, "Arrived nine days late and nobody answered my messages."],
  [1, "The dimmer does not work at all, it is either off or at full power."],
  [5, "Perfect for school, no leaks so far."],
  [3, "Runs small, order one size up."],
  [4, "Looks smart in the drawer, took a while to air out."],
  [1, "Sent me the wrong length, one metre instead of two."],
  [5, "Exactly as described."],
];

export const ROWS: readonly ReviewRow[] = SAID.map(([stars, text], index) => row(index % GOODS.length, stars, 4 + index * 7, text, index % 6 === 1 ? { pictures: 2 } : {}));
