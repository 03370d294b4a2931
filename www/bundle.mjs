// Bundling shared by the demo shop and the test kits.
import esbuild from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = resolve(HERE, "..");

/** The parts of the kits that stand on our pages. Their style sheets have more than twice as much, which every page would have to read. */
const SHOWN = {
  el: ["aside", "button", "card", "checkbox", "descriptions", "dialog", "empty", "fade", "icon", "input", "link", "loading", "message", "modal", "overlay", "pager", "pagination", "popper",
    "popup", "radio", "rate", "scrollbar", "select", "select-dropdown", "skeleton", "statistic", "table", "table-column", "table-filter", "table-v2", "tabs", "tab", "tag", "text", "textarea", "tooltip", "virtual", "zoom"],
  next: ["affix", "balloon", "box", "btn", "card", "checkbox", "dialog", "dropdown", "icon", "input", "loading", "menu", "overlay", "pagination", "radio", "rating", "search", "select",
    "sr", "table", "tabs", "tag", "virtual"],
};

/** The sheet without the rules that speak only of parts a page of ours never shows. */
function shownOnly(text, kit) {
  const speaks = new RegExp(`\\.${kit}-([a-z0-9]+(?:-[a-z0-9]+)*)`);
  // The first part named is the one that holds the others.
  const stands = (selector) => {
    const [, part] = speaks.exec(selector) ?? [];
    return part === undefined || SHOWN[kit].some((it) => part === it || part.startsWith(`${it}-`));
  };
  return text.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/([^{}@;]*)\{[^{}]*\}/g, (rule, selector) => (selector.split(",").some(stands) ? rule : ""));
}

/** Style sheets of the kits: fonts on foreign servers are cut out, Element's prefix can be changed by `?namespace=jd`. */
const kitStyles = {
  name: "kit-styles",
  setup(build) {
    build.onResolve({ filter: /\.css\?namespace=/ }, async ({ path, resolveDir, kind }) => {
      const [file, query] = path.split("?");
      const found = await build.resolve(file, { resolveDir, kind });
      return { path: found.path, suffix: `?${query}`, errors: found.errors };
    });
    build.onLoad({ filter: /node_modules\/.*\.css$/ }, async ({ path, suffix }) => {
      let text = await readFile(path, "utf8");
      text = text.replaceAll(/@font-face\s*\{[^}]*url\(["']?\/\/[^}]*\}/g, "");
      text = shownOnly(text, path.includes("element-plus") ? "el" : "next");
      const namespace = new URLSearchParams(suffix).get("namespace");
      if (namespace) text = text.replaceAll(".el-", `.${namespace}-`).replaceAll("--el-", `--${namespace}-`);
      if (/url\(["']?(https?:)?\/\//.test(text)) throw new Error(`${path} still asks a foreign server`);
      return { contents: text, loader: "css", resolveDir: dirname(path) };
    });
  },
};

const shared = {
  absWorkingDir: ROOT,
  bundle: true,
  plugins: [kitStyles],
  jsx: "automatic",
  logLevel: "warning",
  define: {
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  },
};

/** Bundles entries `{ name: file }` into plain scripts (and style sheets) `<name>.js`, `<name>.css`. */
export async function bundle(entries, outDir, options = {}) {
  await esbuild.build({
    ...shared, entryPoints: entries, outdir: outDir, format: "iife", target: ["chrome115", "firefox115"],
    minify: true, legalComments: "none", charset: "utf8", ...options,
  });
}

/** Runs a TypeScript module of the sources in Node and returns its exports. */
export async function load(file) {
  const out = join(ROOT, "target", "node", `${file.replaceAll(/[^a-z0-9]+/gi, "-")}-${process.pid}.mjs`);
  await mkdir(dirname(out), { recursive: true });
  await esbuild.build({ ...shared, entryPoints: [file], outfile: out, format: "esm", platform: "node" });
  return import(`${pathToFileURL(out).href}?${Date.now()}`);
}

export async function write(file, text) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

export const json = (value) => `${JSON.stringify(value, null, 1)}\n`;
