/** What the bridges give to the Rust pages (`src/ui/host.rs` is the other side), and the module that wasm-bindgen makes. */

/** The panel's bridge: a port to the page side and the clipboard. */
export interface PanelHost {
  /** BCP 47 tag of the language to show. */
  readonly locale: string;
  post(message: unknown): void;
  onMessage(receive: (message: unknown) => void): void;
  onClose(closed: () => void): void;
  /** Puts the text on the clipboard; false where the browser refuses. */
  copy(text: string): Promise<boolean>;
  /** The engine's answer to one request of docs/protocol.md; rejects where it does not answer. */
  evaluate(request: string): Promise<string>;
  /** Saves a file that the agent has asked for. */
  save(name: string, text: string): void;
}

/** The popup's bridge: the current tab. */
export interface PopupHost {
  readonly locale: string;
  readonly version: string;
  /** Is the tab's site one that the manifest names? */
  readonly ours: boolean;
  /** The report of the whole tab, null where no content script answers. */
  report(): Promise<unknown>;
  pause(paused: boolean): Promise<void>;
  openPanel(): Promise<void>;
}
