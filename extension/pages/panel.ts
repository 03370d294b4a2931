/** Starts the panel, in the extension or in the published demo. */
import init, { start_panel } from "../ui/aftersales_radar.js";
import { demoHost } from "./bridge/demo";
import { extensionHost } from "./bridge/extension";

/** A page of the demo's own site has no extension identity, an extension page always has one; the welcome page says that it is a demo. */
const inExtension = location.hash !== "#demo" && typeof chrome === "object" && chrome.runtime?.id !== undefined && location.protocol.endsWith("-extension:");

const [host] = await Promise.all([inExtension ? extensionHost() : demoHost(), init()]);
start_panel(host);
