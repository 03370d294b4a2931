/** One order for keys that come by two ways. While the focus goes from the page to the panel, the page sends on what it still got; what the agent
 *  types next the browser brings at once, and on a busy machine that overtakes the page's word (seen: "7cdd4q" for "cdd4q7"). So what the browser
 *  brings waits until the page has said that nothing more comes from it. */
export class Order {
  #under = false;
  #focused = false;
  #ended = false;
  #sent: string[] = [];
  #brought: string[] = [];

  constructor(private readonly type: (key: string) => void) {}

  /** Is the focus on its way, and not yet in the field? */
  get awaitsField(): boolean {
    return this.#under && !this.#focused;
  }

  /** The agent has asked for a field. What waits from a time before goes there, too. */
  begin(): void {
    [this.#under, this.#focused, this.#ended] = [true, false, false];
    this.#sent.push(...this.#brought.splice(0));
  }

  /** A key that the page has sent on. */
  send(key: string): void {
    if (this.awaitsField) this.#sent.push(key);
    else this.type(key);
  }

  /** A key that the browser has brought; true where it has to wait. */
  bring(key: string): boolean {
    if (this.#under) this.#brought.push(key);
    return this.#under;
  }

  /** The field has the focus. */
  arrive(): void {
    this.#focused = true;
    this.#flush();
  }

  /** The page sends nothing more. */
  end(): void {
    this.#ended = true;
    this.#flush();
  }

  /** It takes too long, or the agent has thought better of it: all that waits is typed now. */
  giveUp(): void {
    if (this.#under) [this.#focused, this.#ended] = [true, true];
    this.#flush();
  }

  #flush(): void {
    if (!this.#under || !this.#focused) return;
    for (const key of this.#sent.splice(0)) this.type(key);
    if (!this.#ended) return;
    this.#under = false;
    for (const key of this.#brought.splice(0)) this.type(key);
  }
}
