// Text to the clipboard, after a trusted key. Nothing else is ever done with it.

/** True when the text is on the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

/** The older way, for pages whose policy forbids the clipboard. The page's own copy handlers do not see the event. */
function copyByEvent(text: string): boolean {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    if (!event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    done = true;
  };
  window.addEventListener("copy", fill, { capture: true });
  try {
    document.execCommand("copy");
  } catch {
    done = false;
  } finally {
    window.removeEventListener("copy", fill, { capture: true });
  }
  return done;
}
