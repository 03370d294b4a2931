import type { Refund } from "../../../www/src/data/record";
import { el } from "../../../www/src/dom";
import "../../../www/src/shell/shell.css";
import { flooded, listOf, markedUp, repeated, twisted } from "./data";
import { mount, styleLink } from "./mount";
import { cellsOf, rowOf, tableOf } from "./table";

const REFUNDS = listOf("taobao");

function list(root: HTMLElement, refunds: readonly Refund[] = REFUNDS): HTMLElement {
  const { table, body } = tableOf(refunds);
  root.append(el("div", { class: "card" }, table, el("p", {}, `共 ${refunds.length} 条`)));
  return body;
}

const CLOBBERED = ["attributes", "parentNode", "children", "childNodes", "firstChild", "nextSibling", "tagName", "nodeName", "nodeType", "className", "classList", "textContent",
  "innerText", "getAttribute", "hasAttribute", "querySelector", "querySelectorAll", "closest", "matches", "contains", "id", "hidden", "style", "checkVisibility",
  "getBoundingClientRect", "ownerDocument", "isConnected", "shadowRoot", "addEventListener", "remove"] as const;

/** The whole list stands in a form whose fields shadow the DOM's own properties. */
function clobberForm(root: HTMLElement): void {
  const form = el("form", { action: "#" });
  root.append(form);
  list(form);
  form.append(...CLOBBERED.map((name) => el("input", { type: "hidden", name })));
}

/** Named elements shadow properties of `document`. */
function clobberDocument(root: HTMLElement): void {
  list(root);
  const named = ["body", "head", "documentElement", "defaultView", "createElement", "querySelector", "querySelectorAll", "getElementById", "addEventListener", "location", "title", "hidden", "visibilityState", "activeElement"]
    .flatMap((name) => [el("img", { name, alt: "" }), el("form", { name })]);
  root.append(...named);
}

/** Never rests: text, attributes and nodes change in every frame, inside and outside the list. */
function storm(root: HTMLElement): void {
  const body = list(root);
  const cloud = el("div", { class: "card" });
  root.prepend(cloud);
  let round = 0;
  const blow = (): void => {
    round += 1;
    cloud.replaceChildren(...Array.from({ length: 60 }, (_, index) => el("span", { class: `drop-${round % 7}-${index}` }, `${round} `)));
    body.querySelectorAll("tr").forEach((line, index) => {
      if (index % 5 === round % 5) line.setAttribute("data-round", String(round));
    });
    requestAnimationFrame(blow);
  };
  requestAnimationFrame(blow);
}

/** Takes out of the document, every 10 ms, whatever it has not put there itself. */
function remover(root: HTMLElement): void {
  list(root);
  const own = new Set<Node>([...document.documentElement.childNodes, ...document.body.childNodes]);
  let removed = 0;
  window.setInterval(() => {
    for (const parent of [document.documentElement, document.body]) {
      for (const node of [...parent.childNodes]) {
        if (own.has(node)) continue;
        node.remove();
        removed += 1;
        document.documentElement.dataset["removed"] = String(removed);
      }
    }
  }, 10);
}

/** Presses keys and buttons by script; no command may follow. */
function fakeKeys(root: HTMLElement): void {
  list(root);
  const keys = ["j", "o", "q", "?", "m", "k", "n", "c", "z", "p", "Enter", "g"];
  let round = 0;
  window.setInterval(() => {
    const key = keys[round % keys.length] ?? "j";
    round += 1;
    for (const type of ["keydown", "keypress", "keyup"]) document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
    for (const node of document.querySelectorAll("body *:not(#app *)")) node.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  }, 50);
}

/** A list that is redrawn by position, like a reconciler, and breaks when it meets a child that is not its own. */
function reconciler(root: HTMLElement): void {
  const place = el("tbody");
  const { table, body } = tableOf([]);
  body.replaceWith(place);
  root.append(el("div", { class: "card" }, table, el("p", {}, `共 ${REFUNDS.length} 条`)));
  let rows: HTMLElement[] = [];
  const broken = (why: string): never => {
    document.documentElement.dataset["broken"] = why;
    place.replaceChildren();
    throw new Error(`the page's own list is broken: ${why}`);
  };
  const render = (): void => {
    const children = [...place.childNodes];
    if (children.length !== rows.length || children.some((node, index) => node !== rows[index])) broken("foreign row");
    rows.forEach((row, index) => {
      const refund = REFUNDS[index];
      const cells = [...row.childNodes];
      if (!refund || cells.length !== cellsOf(refund).length) return broken("foreign cell");
      cells.forEach((cell, at) => {
        if (cell.childNodes.length > 1 || (cell.firstChild && cell.firstChild.nodeType !== Node.TEXT_NODE)) broken("foreign node in a cell");
        if (cell.textContent !== cellsOf(refund)[at]) broken("changed text");
      });
    });
    const first = rows.shift();
    if (first) {
      place.removeChild(first);
      place.insertBefore(first, rows[0] ?? null);
      rows.unshift(first);
    } else {
      rows = REFUNDS.map(rowOf);
      place.append(...rows);
    }
  };
  render();
  window.setInterval(render, 400);
}

function overlay(root: HTMLElement): void {
  list(root);
  const cover = el("div", { id: "cover" });
  Object.assign(cover.style, { position: "fixed", inset: "0", zIndex: "2147483647", background: "transparent" });
  document.body.append(cover);
}

function blankFrame(root: HTMLElement): void {
  const frame = el("iframe", { src: "about:blank", title: "售后", width: "100%", height: 1200 }) as HTMLIFrameElement;
  root.append(frame);
  const inner = frame.contentDocument;
  if (inner) inner.body.append(styleLink("hostile"), tableOf(REFUNDS).table, el("p", {}, `共 ${REFUNDS.length} 条`));
}

mount({
  table: (root) => void list(root),
  "clobber-form": clobberForm,
  "clobber-document": clobberDocument,
  storm,
  remover,
  "fake-keys": fakeKeys,
  reconciler,
  overlay,
  "blank-frame": blankFrame,
  many: (root) => void list(root, repeated(REFUNDS, 5000)),
  flood: (root) => void list(root, flooded(REFUNDS)),
  twisted: (root) => void list(root, twisted(REFUNDS)),
  markup: (root) => void list(root, markedUp(REFUNDS)),
  rtl: (root) => {
    document.documentElement.dir = "rtl";
    list(root);
  },
  faded: (root) => {
    root.style.opacity = "0.01";
    list(root);
  },
  huge: (root) => {
    document.documentElement.style.zoom = "2";
    list(root);
  },
});
