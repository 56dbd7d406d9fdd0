export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "defaultPrevented"
>;
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
function isActivation(key: string, focused: Focused): boolean {
  const tag = focused?.tagName.toLowerCase();
  return (key === "Enter" || key === " ") && (tag === "a" || tag === "button" || tag === "summary");
}

/**
 * The name of a key press: `mod+` (Ctrl or Cmd) and `alt+` first; `shift+` only before named keys,
 * for "?" is shift and something else on each keyboard.
 */
export function hotkeyName(press: KeyPress): string {
  const named = press.key.length > 1;
  const parts = [
    press.ctrlKey || press.metaKey ? "mod" : "",
    press.altKey ? "alt" : "",
    press.shiftKey && (named || press.ctrlKey || press.metaKey) ? "shift" : "",
    named ? press.key : press.key.toLowerCase(),
  ];
  return parts.filter(Boolean).join("+");
}

/** The handler of this key press, or null where it is not for us. */
export function matchHotkey(hotkeys: Hotkeys, press: KeyPress, focused: Element | Focused) {
  const target = focused as Focused;
  if (press.defaultPrevented || isTyping(target) || isActivation(press.key, target)) return null;
  return hotkeys[hotkeyName(press)] ?? null;
}
