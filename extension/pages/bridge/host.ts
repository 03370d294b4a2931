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
  write(request: string): Promise<string>;
  /** The background's answer about the working day or the agent's own texts: JSON in, JSON out; rejects where it does not answer. */
  day(request: string): Promise<string>;
  /** Saves a file that the agent has asked for. */
  save(name: string, text: string): void;
}

/** The popup's bridge: the current tab. */
export interface PopupHost {
  readonly locale: string;
  readonly version: string;
  /** The version whose news were shown last. */
  readonly told: string | undefined;
  /** Is the tab's site one that the manifest names? */
  readonly ours: boolean;
  /** The report of the whole tab, null where no content script answers. */
  report(): Promise<unknown>;
  pause(paused: boolean): Promise<void>;
  /** Can the browser let us read the tab at all? */
  readonly teachable: boolean;
  /** Asks the browser for the tab's host, where it is not read yet, and starts teaching there; only while a click is handled. */
  teach(): Promise<void>;
  openPanel(): Promise<void>;
  /** Puts the text on the clipboard; false where the browser refuses. */
  copy(text: string): Promise<boolean>;
}

/** The welcome page's bridge. */
export interface WelcomeHost {
  readonly locale: string;
}

/** The options page's bridge: the background, files, and the browser's own questions. */
export interface OptionsHost {
  readonly locale: string;
  readonly version: string;
  /** Asks the background: JSON in, JSON out. Rejects where nobody answers. */
  ask(request: string): Promise<string>;
  /** What is stored has changed, here or elsewhere. */
  onChange(changed: () => void): void;
  /** Puts on `light`, `dark`, or what the system wears. */
  wear(theme: string): void;
  /** Lets every list show what holds. Once something was chosen in one, or in Firefox once it was drawn, what is drawn later does not turn it. */
  settle(): void;
  /** Asks the browser for the pages of these patterns, with a space between them; only while it handles a click. */
  grant(patterns: string): Promise<boolean>;
  /** Gives back what the browser allowed of them. */
  revoke(patterns: string): Promise<boolean>;
  /** Offers a text as a file. */
  save(name: string, text: string): void;
  /** Size and text of the chosen file; no text where it is bigger than `most` bytes or cannot be read, or where a line of it is no UTF-8: then that line's number. */
  read(input: HTMLInputElement, most: number): Promise<[size: number, text: string | null, line?: number]>;
}
