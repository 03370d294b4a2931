// Entry of the content script.

import { ChromeHost } from "./chrome-host";
import { claim } from "./demo-page";
import { Life } from "./life";

/** A frame that its parent can look into is read by the parent. */
function readByParent(): boolean {
  try {
    return window !== window.top && window.parent.document !== null;
  } catch {
    return false;
  }
}

claim();
if (!readByParent()) void new Life(new ChromeHost(), window === window.top).begin();
