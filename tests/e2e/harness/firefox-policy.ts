// What a team's policy says to the extension in Firefox, though no administrator's file is there.

import { type FirefoxDriver, PAGES_ID } from "./firefox.ts";

/** Done as the browser itself does with the "3rdparty" part of a policies.json. The first policy that is asked for holds until the extension is loaded again. */
export function setPolicy(driver: FirefoxDriver, items: object): Promise<void> {
  return driver.privileged(
    `const { EnterprisePoliciesManager: manager } = ChromeUtils.importESModule("resource://gre/modules/EnterprisePoliciesParent.sys.mjs");
    const { id } = globalThis.WebExtensionPolicy.getByHostname(arguments[0]);
    manager.prototype.setExtensionPolicies(Cu.cloneInto({ [id]: arguments[1] }, Cu.getGlobalForObject(manager)));`,
    [PAGES_ID, items],
  );
}
