// What the content script leaves to the extension's own demo shop (pages/demo.ts), which starts the page side itself.

import { EngineStopped } from "./host";
import { Life } from "./life";

export const PAGE_SIDE = { Life, EngineStopped };
export type PageSide = typeof PAGE_SIDE;
