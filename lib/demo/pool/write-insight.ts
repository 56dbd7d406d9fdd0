import type { Experience } from "./make-experiences.ts";
import { pick } from "./streams.ts";
import { capitalize, lowerFirst } from "./text.ts";

/** An insight without its title. */
export type InsightBody = { description: string; content: string };

/** A transferable rule: no file, no command, no string of the task. Asked again, it words itself anew. */
export function writeInsightBody(experience: Experience): InsightBody {
  return { description: descriptionOf(experience), content: contentOf(experience) };
}

/** Titles for an insight, best first; the caller takes the first that is free. */
export function insightTitles(experience: Experience): Iterable<string> {
  return titles(experience);
}

/** The principle's own titles first; those that are taken come back with the field they were learned in. */
function* titles({ task, principle, turn, random }: Experience): Generator<string> {
  const { arena } = task.topic;
  const own = rotated(principle.titles, turn);
  const placed = own.flatMap((title) => [
    `${capitalize(arena)}: ${lowerFirst(title)}`,
    `${title}, above all in ${arena}`,
    `${title} (learnt from ${arena})`,
  ]);
  yield* random() < 0.6 ? own : [];
  yield* rotated(placed, Math.floor(random() * placed.length));
  yield* own;
}

function descriptionOf({ task, principle, passed, random }: Experience): string {
  const situation = pick(task.topic.situations, random);
  const forms = [
    `When ${situation}, ${principle.gist}.`,
    `Applies when ${situation}: ${principle.gist}.`,
    `For tasks in which ${situation}; the point is to ${principle.gist}.`,
    `Useful whenever ${situation}.`,
    `A habit for ${task.topic.arena}: ${principle.gist}.`,
    passed
      ? `What carried a run on ${task.topic.arena}, namely to ${principle.gist}.`
      : `What a lost run on ${task.topic.arena} left out, namely to ${principle.gist}.`,
  ];
  return pick(forms, random);
}

function contentOf({ principle, trouble, passed, turn, random }: Experience): string {
  const advice = wording(principle.advice, turn);
  const reason = wording(principle.reason, turn + Math.floor(turn / 3));
  const caveat = wording(principle.caveat, Math.floor(turn / 2));
  const evidence = pick(passed ? wonEvidence(trouble.abstract) : lostEvidence(trouble.abstract), random);
  const orders = [
    [advice, evidence],
    [evidence, advice, caveat],
    [advice, evidence, reason],
    [advice, evidence, caveat],
    [reason, evidence, advice],
  ];
  return pick(orders, random).join(" ");
}

function wonEvidence(abstract: string): string[] {
  return [
    `In the source run ${abstract}, and acting on this saved the task.`,
    `${capitalize(abstract)}; noticing it early decided the run.`,
    `The lesson comes from a run in which ${abstract}, until the agent stopped and looked.`,
    `What gave it away in one case: ${abstract}.`,
  ];
}

function lostEvidence(abstract: string): string[] {
  return [
    `The run that taught this was lost: ${abstract}.`,
    `${capitalize(abstract)}, and the attempt ended without a cure.`,
    `Ignoring it cost a whole task, in which ${abstract}.`,
    `A failed attempt shows why: ${abstract}, and nobody went after the reason.`,
  ];
}

function wording(texts: readonly string[], turn: number): string {
  return texts[turn % texts.length] ?? "";
}

function rotated<T>(values: readonly T[], by: number): T[] {
  const start = values.length === 0 ? 0 : by % values.length;
  return [...values.slice(start), ...values.slice(0, start)];
}
