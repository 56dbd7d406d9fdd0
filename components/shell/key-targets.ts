/** The part of the focused element that decides. */
type Focused = { tagName: string; type?: string; isContentEditable?: boolean } | null;

const typingTypes = new Set(["checkbox", "radio", "button", "submit", "reset", "range"]);

/** Whether keys belong to what has the focus: a text field, a select, an editable region. */
export function isTyping(focused: Focused): boolean {
  if (!focused) return false;
  const tag = focused.tagName.toLowerCase();
  if (tag === "textarea" || tag === "select" || focused.isContentEditable) return true;
  return tag === "input" && !typingTypes.has(focused.type ?? "text");
}

/** Enter and Space on a link or button do what that link or button does. */
export function isActivation(key: string, focused: Focused): boolean {
  const tag = focused?.tagName.toLowerCase();
  return (key === "Enter" || key === " ") && (tag === "a" || tag === "button" || tag === "summary");
}
