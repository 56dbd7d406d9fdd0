import { shuffled } from "#lib/shared/random.ts";
import type { Experience } from "./make-experiences.ts";
import { between } from "./streams.ts";
import { fill } from "./text.ts";
import type { DemoStep, Exchange } from "./types.ts";

/** What an agent did on the terminal, without its thoughts: 7 to 14 commands and what they printed. */
export function writeTrajectory(experience: Experience): { steps: DemoStep[] } {
  const { words, task, trouble, passed, random } = experience;
  const { topic } = task;
  const opening = someOf(words.opening, between(1, 2, random), experience);
  const look = someOf(topic.look, between(1, topic.look.length, random), experience);
  const failing: Exchange = [topic.run, trouble.error];
  const middle: Exchange[] = passed
    ? [failing, [trouble.edit, ""], [topic.run, topic.pass]]
    : failedMiddle(experience, failing);
  const closing = passed ? someOf(words.closing, between(1, 2, random), experience) : [];
  const exchanges = [...opening, ...look, ...middle, ...closing, submit(experience)];
  return { steps: exchanges.map((exchange) => toStep(exchange, experience)) };
}

/** A failed run meets the trouble, tries something, and meets it again. */
function failedMiddle({ task, trouble, random }: Experience, failing: Exchange): Exchange[] {
  const { topic } = task;
  const again: Exchange = [`${topic.run} 2>&1 | tail -n 5`, trouble.error];
  const detours: Exchange[] = [
    [`cp ${topic.file} /tmp/before && ls -la /tmp/before`, "-rw-r--r-- 1 root root {n}{m} /tmp/before"],
    [`tail -n 20 ${topic.file}`, "(the lines of the last attempt)"],
    [`wc -c ${topic.file} && date +%T`, "{n}{m}1 {file}\n14:{n}:0{m}"],
    ["history | tail -n 4", "  {m}1  the same command\n  {m}2  the same command"],
  ];
  return [
    failing,
    ...shuffled(detours, random).slice(0, between(1, 2, random)),
    again,
    ...(random() < 0.5 ? [again] : []),
  ];
}

function submit({ passed, random }: Experience): Exchange {
  if (passed) return ["submit", random() < 0.5 ? "submitted" : "submitted; the verifier will run now"];
  return random() < 0.4
    ? ["submit", "submitted; step limit almost reached"]
    : ["submit", "submitted without a passing check"];
}

function someOf(exchanges: readonly Exchange[], count: number, { random }: Experience): Exchange[] {
  const kept = new Set(shuffled([...exchanges.keys()], random).slice(0, count));
  return exchanges.filter((_, index) => kept.has(index));
}

function toStep([action, observation]: Exchange, { slots }: Experience): DemoStep {
  return { action: fill(action, slots), observation: fill(observation, slots) };
}
