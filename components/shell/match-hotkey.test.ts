import { describe, expect, it } from "vitest";
import { hotkeyName, isTyping, matchHotkey } from "./match-hotkey.ts";

function press(key: string, over: Partial<KeyboardEvent> = {}) {
  return {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    defaultPrevented: false,
    ...over,
  };
}

describe("hotkeyName", () => {
  it.each([
    [press("j"), "j", "a letter is itself"],
    [press("J", { shiftKey: true }), "j", "caps lock and shift do not matter for letters"],
    [press("?", { shiftKey: true }), "?", "a sign is itself, whichever keys make it"],
    [press("k", { ctrlKey: true }), "mod+k", "Ctrl is mod"],
    [press("k", { metaKey: true }), "mod+k", "Cmd is mod too"],
    [press("Z", { metaKey: true, shiftKey: true }), "mod+shift+z", "shift counts beside mod"],
    [press("ArrowDown", { shiftKey: true }), "shift+ArrowDown", "shift counts before named keys"],
  ])("%o is %s: %s", (event, name) => {
    expect(hotkeyName(event)).toBe(name);
  });
});

describe("isTyping", () => {
  it.each<[Parameters<typeof isTyping>[0], boolean, string]>([
    [null, false, "nothing has the focus"],
    [{ tagName: "BODY" }, false, "the page has the focus"],
    [{ tagName: "INPUT", type: "text" }, true, "a text field takes letters"],
    [{ tagName: "INPUT", type: "search" }, true, "so does a search field"],
    [{ tagName: "INPUT", type: "checkbox" }, false, "a checkbox takes none"],
    [{ tagName: "SELECT" }, true, "a select jumps to the letter typed"],
    [{ tagName: "DIV", isContentEditable: true }, true, "an editable region is a text field"],
  ])("%o: %s, %s", (focused, expected) => {
    expect(isTyping(focused)).toBe(expected);
  });
});

describe("matchHotkey", () => {
  const handler = () => undefined;
  it("finds the handler of a key", () => {
    expect(matchHotkey({ j: handler }, press("j"), null)).toBe(handler);
    expect(matchHotkey({ j: handler }, press("k"), null)).toBeNull();
  });
  it("leaves Enter to a focused link and a handled press alone", () => {
    expect(matchHotkey({ Enter: handler }, press("Enter"), { tagName: "A" })).toBeNull();
    expect(matchHotkey({ j: handler }, press("j", { defaultPrevented: true }), null)).toBeNull();
    expect(matchHotkey({ j: handler }, press("j"), { tagName: "TEXTAREA" })).toBeNull();
  });
});
