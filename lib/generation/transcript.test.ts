import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { generationMessages } from "./prompts.ts";
import { fence, type Pair, pairsOf, renderTranscript, transcriptLimits } from "./transcript.ts";

const step = (action: string | null, observation: string | null) => ({
  source: "agent",
  message: null,
  reasoning: null,
  action,
  observation,
});

describe("pairsOf", () => {
  it("keeps the first of several observations that come as steps of their own", () => {
    const pairs = pairsOf([step("ls", null), step(null, "one"), step(null, "two")]);
    expect(pairs).toEqual([{ action: "ls", observation: "one" }]);
  });

  it("gives an observation to the last action, not to the one before", () => {
    const pairs = pairsOf([step("a", null), step("b", null), step(null, "of b")]);
    expect(pairs).toEqual([
      { action: "a", observation: "" },
      { action: "b", observation: "of b" },
    ]);
  });

  it("leaves the steps as they were", () => {
    const steps = [step("ls", null), step(null, "one")];
    pairsOf(steps);
    expect(steps).toEqual([step("ls", null), step(null, "one")]);
  });
});

describe("renderTranscript", () => {
  it("is nothing for nothing", () => {
    expect(renderTranscript([])).toBe("");
  });

  it("keeps whole what fits exactly, and says how much of one more is left out", () => {
    const fits = "x".repeat(transcriptLimits.observation);
    expect(renderTranscript([{ action: "cat", observation: fits }])).toBe(`[step 1]\n$ cat\n${fits}`);
    const text = renderTranscript([{ action: "cat", observation: `${fits}x` }]);
    const [head = "", tail = ""] = text.split(/\n\[\d+ characters left out\]\n/);
    const leftOut = Number(/\[(\d+) characters left out\]/.exec(text)?.[1]);
    expect(head.slice("[step 1]\n$ cat\n".length).length + leftOut + tail.length).toBe(fits.length + 1);
  });

  it("never cuts a character in half, wherever the cut falls", () => {
    for (let shift = 0; shift < 4; shift++) {
      const observation = `${"x".repeat(shift)}${"🙂".repeat(2000)}`;
      expect(renderTranscript([{ action: "cat", observation }])).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it("shows every step once, in order, or counts it among those left out", () => {
    const random = seededRandom(3);
    for (const count of [1, 30, 60, 90, 200, 1000]) {
      const pairs: Pair[] = Array.from({ length: count }, (_, i) => ({
        action: `do ${i}`,
        observation: "y".repeat(Math.floor(random() * 3000)),
      }));
      const text = renderTranscript(pairs);
      const shown = [...text.matchAll(/^\[step (\d+)\]$/gm)].map(([, number]) => Number(number));
      const leftOut = Number(/^\[(\d+) steps left out\]$/m.exec(text)?.[1] ?? 0);
      expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
      expect(shown.length + leftOut).toBe(count);
      expect([shown[0], shown.at(-1)]).toEqual([1, count]);
      expect(text.length).toBeLessThan(transcriptLimits.whole + 100);
    }
  });

  it("keeps more of the end than of the beginning: there it is decided", () => {
    const pairs = Array.from({ length: 1000 }, (_, i) => ({
      action: `do ${i}`,
      observation: "y".repeat(900),
    }));
    const [head = "", tail = ""] = renderTranscript(pairs).split(/\[\d+ steps left out\]/);
    expect(tail.length).toBeGreaterThan(2 * head.length);
  });
});

describe("fence", () => {
  it.each(["", "DATA-", "a\nb", "🙂"])("stands alone on the lines around %j", (data) => {
    const { mark, text } = fence(data);
    expect(text.split("\n").filter((line) => line === mark)).toHaveLength(2);
    expect(text).toBe(`${mark}\n${data}\n${mark}`);
  });

  it("differs for data that differs, so that none can be written ahead", () => {
    const marks = Array.from({ length: 200 }, (_, i) => fence(`data ${i}`).mark);
    expect(new Set(marks).size).toBe(200);
  });
});

describe("a long task", () => {
  const pairs: Pair[] = [{ action: "ls", observation: "" }];
  const asked = (task: string) =>
    generationMessages("insight", "passed", { task, benchmark: "Alpha", pairs }, null)
      .map(({ content }) => content)
      .join("\n");

  it("is cut, and the cut is told", () => {
    const text = asked(`${"x".repeat(20_000)}TAIL`);
    expect(text).not.toContain("TAIL");
    expect(text).toContain("[4 characters left out]");
    expect(asked("x".repeat(20_000))).not.toContain("left out");
  });

  it("is never cut inside a character: what is sent is stored, and half of one can't be", () => {
    expect(asked(`${"x".repeat(19_999)}🙂`)).not.toMatch(/\p{Surrogate}/u);
  });
});
