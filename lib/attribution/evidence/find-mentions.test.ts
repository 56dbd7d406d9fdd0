import { expect, it } from "vitest";
import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { findMentions } from "./find-mentions.ts";
import type { MemoryText } from "./schema.ts";

const say = (message: string, source = "agent"): TrajectoryStep => ({
  source,
  message,
  reasoning: null,
  action: null,
  observation: null,
});
const memories: MemoryText[] = [
  {
    title: "Check the units of every column before combining tables",
    text: "Two tables that were joined in meters and feet gave a wrong answer that nobody saw for days.",
  },
  { title: "Print only the answer", text: "The grader compares the whole output with the expected one." },
];
const mentions = (steps: TrajectoryStep[], known: string[] = []) =>
  findMentions(steps, memories, known).map((its) => its.map(({ step, how }) => `${step} ${how}`));

it.each<[string, string[][]]>([
  ['I use memory item: "Check the units of every column before combining tables".', [["1 title"], []]],
  ["As CHECK THE UNITS of every column, before combining tables says,", [["1 title"], []]],
  ["I will check the units of each column before combining tables.", [["1 near title"], []]],
  ["I check units and combine tables.", [[], []]],
  ["I will use memory item 2 here.", [[], ["1 number"]]],
  ["Following memory #1 now", [["1 number"], []]],
  ["Memory item 9 is not there; memory 2 GB is too little.", [[], []]],
  ["Tables that were joined in meters and feet gave a wrong answer, it says.", [["1 text"], []]],
  ["The grader compares the whole thing.", [[], []]],
])("%s", (message, found) => {
  expect(mentions([say(message)])).toEqual(found);
});

it("never takes the prompt, which holds the memories, for the agent", () => {
  const prompt = memories.map(({ title, text }) => `${title}\n${text}`).join("\n");
  expect(mentions([say(prompt, "system"), say(prompt, "user")])).toEqual([[], []]);
  expect(mentions([say("Let us begin."), say(prompt)])[0]).toEqual(["2 title"]);
});

it("takes a quote of the task for no quote of a memory", () => {
  const task = "tables that were joined in meters and feet gave a wrong answer";
  expect(mentions([say(`I read: ${task}`)], [task])).toEqual([[], []]);
});

it("of nearly equal titles, means the one that fits best", () => {
  const twin = { title: "Check the units of every row before combining tables", text: "x" };
  const found = findMentions([say(memories[0]?.title ?? "")], [twin, ...memories], []);
  expect(found.map((its) => its.length)).toEqual([0, 1, 0]);
});

it("leaves a title alone that was cut, but for its last word", () => {
  const cut = { title: "Set up the analysis stack on…", text: "x" };
  const [its] = findMentions([say("I set up the analysis stack on this machine")], [cut], []);
  expect(its?.[0]).toMatchObject({ how: "title", quotes: ["set up the analysis stack on"] });
});
