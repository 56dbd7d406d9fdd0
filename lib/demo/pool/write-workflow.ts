import { shuffled } from "#lib/shared/random.ts";
import type { Experience } from "./make-experiences.ts";
import { pick } from "./streams.ts";
import { fill } from "./text.ts";
import type { UniqueTexts } from "./unique-texts.ts";

/** A goal and the commands that lead there; after a failed run, the way that is to be avoided. */
export function writeWorkflow(
  experience: Experience,
  unique: UniqueTexts,
): { goal: string; steps: string[] } {
  const { passed, random } = experience;
  const goals = passed ? recipeGoals(experience) : warningGoals(experience);
  return {
    goal: unique(shuffled(goals, random)),
    steps: passed ? recipeSteps(experience) : warningSteps(experience),
  };
}

function recipeGoals({ task, principle }: Experience): string[] {
  const { thing, topic } = task;
  const { gist } = principle;
  return [
    `Settle ${thing}: see the check fail, correct the cause, see it pass`,
    `Bring ${thing} to a passing check and ${gist}`,
    `Recipe for ${topic.subject}, shown on ${thing}: ${gist}`,
    `Deal with ${thing} step by step and ${gist}`,
    `How to approach ${thing} among ${topic.arena}: ${gist}`,
    `Work through ${topic.subject} such as ${thing} in a fixed order`,
    `From the statement to a verified result for ${thing}, in ${topic.file}`,
  ];
}

function warningGoals({ task, principle, miss }: Experience): string[] {
  const { thing, topic } = task;
  return [
    `Avoid this order of work on ${thing}: the attempt was lost because the agent ${miss}`,
    `What not to do with ${topic.subject}: on ${thing} the agent ${miss}`,
    `Anti-pattern for ${thing}: going on without stopping to ${principle.gist}`,
    `How ${thing} was lost among ${topic.arena}: the agent ${miss}`,
    `Warning from a failed run on ${thing}: ${principle.gist}`,
  ];
}

function recipeSteps(experience: Experience): string[] {
  const { task, trouble, words, principle, random } = experience;
  const { topic } = task;
  const [look] = pick(topic.look, random);
  const [open] = pick(words.opening, random);
  const [close] = pick(words.closing, random);
  return [
    noted(open, "get an overview"),
    noted(look, `look at what matters for ${topic.arena}`),
    noted(topic.run, `expect it to fail at first; in this run ${trouble.symptom}`),
    noted(trouble.edit, `here the agent ${trouble.fix}`),
    noted(topic.run, "the same check must pass now"),
    noted(
      close,
      pick([principle.gist, "look once more before handing in", "confirm the form of the result"], random),
    ),
  ].map((step) => fill(step, experience.slots));
}

function warningSteps(experience: Experience): string[] {
  const { task, trouble, words, principle, miss, random } = experience;
  const { topic } = task;
  const [open] = pick(words.opening, random);
  return [
    noted(open, "begun as usual"),
    noted(topic.run, `the warning sign: ${trouble.symptom}`),
    `# Wrong turn: the agent ${miss}`,
    noted(topic.run, "still the same trouble, and by now most steps were used up"),
    `# Better: ${principle.gist}. The cause was that ${trouble.cause}`,
  ].map((step) => fill(step, experience.slots));
}

/** A command with a remark: behind it, or above it where the command has several lines. */
function noted(command: string, remark: string): string {
  return command.includes("\n") ? `# ${remark}\n${command}` : `${command}  # ${remark}`;
}
