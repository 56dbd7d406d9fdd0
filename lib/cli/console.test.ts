import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createConsole } from "./console.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A terminal of so many columns, or a file; `text` is all that was written. */
function stream({ isTTY = true, columns = 80 } = {}) {
  const written = { text: "" };
  const write = (piece: string) => {
    written.text += piece;
    return true;
  };
  return { written, stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream };
}

const clearLine = "\r\x1b[2K";

it("draws progress over itself, at most five times a second", () => {
  const { written, stream: terminal } = stream();
  const { progress } = createConsole(terminal);
  for (let ms = 0; ms < 1000; ms += 10) {
    vi.setSystemTime(1_000_000 + ms);
    progress(ms / 1000, "Embedding");
  }
  expect(written.text.split(clearLine).slice(1)).toEqual(
    [0, 20, 40, 60, 80].map((share) => `${String(share).padStart(3)}%  Embedding`),
  );
});

it("writes no progress into a file", () => {
  const { written, stream: file } = stream({ isTTY: false });
  const { progress, clear } = createConsole(file);
  progress(0.5, "Embedding");
  clear();
  expect(written.text).toBe("");
});

it("takes the progress away before a line is told, and only then", () => {
  const { written, stream: terminal } = stream();
  const { progress, log } = createConsole(terminal);
  log("first");
  progress(0.5, "Embedding");
  log("second");
  log("third");
  expect(written.text).toBe(`first\n${clearLine} 50%  Embedding${clearLine}second\nthird\n`);
});

it("clears once", () => {
  const { written, stream: terminal } = stream();
  const { progress, clear } = createConsole(terminal);
  progress(1, "Done");
  clear();
  clear();
  expect(written.text).toBe(`${clearLine}100%  Done${clearLine}`);
});

it("never fills a line: the terminal would begin a new one, and nothing takes that away", () => {
  const { written, stream: terminal } = stream({ columns: 20 });
  createConsole(terminal).progress(0.5, "A stage with a name that is long");
  expect(written.text.replace(clearLine, "")).toHaveLength(19);
});
