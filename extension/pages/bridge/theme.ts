/** Light and dark by choice: the dark colours stand once, under a media rule of tokens.css; a choice makes the rule hold always or never. */

const dark: CSSMediaRule[] = [];

export function wear(theme: string): void {
  if (dark.length === 0) dark.push(...mediaRules("prefers-color-scheme: dark"));
  const condition = theme === "dark" ? "all" : theme === "light" ? "not all" : "(prefers-color-scheme: dark)";
  for (const rule of dark) rule.media.mediaText = condition;
  // Fields and scroll bars follow.
  document.documentElement.style.colorScheme = theme === "dark" || theme === "light" ? theme : "";
}

function mediaRules(words: string): CSSMediaRule[] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText.includes(words));
}
