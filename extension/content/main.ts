// Entry of the content script.

import { ChromeHost } from "./chrome-host";
import { claim } from "./demo-page";
import { Life } from "./life";
import { PAGE_SIDE } from "./page-side";

/** A frame that its parent can look into is read by the parent. */
function readByParent(): boolean {
  try {
    return window !== window.top && window.parent.document !== null;
  } catch {
    return false;
  }
}

if (location.href.startsWith(chrome.runtime.getURL(""))) {
  Object.assign(globalThis, { pageSide: PAGE_SIDE });
} else {
  claim();
  if (!readByParent()) void new Life(new ChromeHost(), window === window.top).begin();
}
