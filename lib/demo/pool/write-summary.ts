import { shuffled } from "#lib/shared/random.ts";
import type { Experience } from "./make-experiences.ts";
import { pick } from "./streams.ts";
import { capitalize, fill, lowerFirst, sentence } from "./text.ts";
import type { UniqueTexts } from "./unique-texts.ts";

/** What the task was and how the run went, in prose. */
export function writeSummary(
  experience: Experience,
  unique: UniqueTexts,
): { taskSummary: string; experience: string } {
  const { slots, random } = experience;
  return {
    taskSummary: fill(unique(shuffled(taskSummaries(experience), random)), slots),
    experience: fill(runStory(experience), slots),
  };
}

function taskSummaries({ task, words, random }: Experience): string[] {
  const { thing, topic } = task;
  const [ask = ""] = task.statement.split("\n");
  const situation = pick(topic.situations, random);
  return [
    `The task belongs to ${topic.arena} and turns on ${thing}. In its own words: ${ask}`,
    `${capitalize(situation)}, and the task puts this as ${thing}. The request was: ${ask}`,
    `The agent was given ${thing}. ${ask} It had ${words.environment}, and what made it hard is that ${situation}.`,
    `A task about ${topic.subject}. ${ask} The result had to hold up in checks that the agent could not see.`,
    `${ask} Behind it stands a familiar theme, ${topic.subject}, in which ${situation}.`,
    `This was one of the ${topic.arena} of the set. ${ask}`,
  ];
}

function runStory(experience: Experience): string {
  const { task, words, random } = experience;
  const { topic } = task;
  const [look] = pick(topic.look, random);
  const [open] = pick(words.opening, random);
  const setting = pick(
    [
      `The work took place in ${words.environment}, mostly in ${topic.file}.`,
      `Everything happened in ${topic.file}, inside ${words.environment}.`,
      `Set in ${words.environment}, the run revolved around ${topic.file}.`,
    ],
    random,
  );
  const start = pick(
    [
      `It began with \`${oneLine(open)}\`, looked closer with \`${oneLine(look)}\`, and then ran \`${oneLine(topic.run)}\`.`,
      `After \`${oneLine(look)}\` the picture was clear enough to run \`${oneLine(topic.run)}\`.`,
      `First came an overview (\`${oneLine(open)}\`), then the first run of \`${oneLine(topic.run)}\`.`,
    ],
    random,
  );
  return [setting, start, ...(experience.passed ? wonStory(experience) : lostStory(experience))].join(" ");
}

function wonStory({ trouble, principle, turn, random }: Experience): string[] {
  const met = pick(
    [
      `At first ${trouble.symptom}, because ${trouble.cause}.`,
      `Then ${trouble.symptom}; the reason was that ${trouble.cause}.`,
      `${capitalize(trouble.symptom)}. The agent traced this to its cause: ${trouble.cause}.`,
    ],
    random,
  );
  const solved = pick(
    [
      `The agent ${trouble.fix}, repeated the check and handed in a passing result.`,
      `It ${trouble.fix}, after which the check passed and the result was accepted.`,
      `Once the agent had seen this it ${trouble.fix}, and the task was solved.`,
    ],
    random,
  );
  const why = pick(
    [
      `It succeeded because the agent took the time to ${principle.gist}.`,
      `What decided it was the choice to ${principle.gist}.`,
      `${wording(principle.reason, turn)}`,
    ],
    random,
  );
  return [met, solved, why];
}

function lostStory({ trouble, principle, miss, turn, random }: Experience): string[] {
  const met = pick(
    [
      `Soon ${trouble.symptom}, because ${trouble.cause}.`,
      `The trouble was that ${trouble.cause}: ${trouble.symptom}.`,
      `Before long ${trouble.symptom}, and the agent did not find out that ${trouble.cause}.`,
    ],
    random,
  );
  const lost = pick(
    [
      `Instead of getting to the bottom of it, the agent ${miss}, and the attempt failed.`,
      `The agent ${miss}; the verifier rejected the result.`,
      `From there the run went wrong: the agent ${miss}.`,
    ],
    random,
  );
  const better = pick(
    [
      `A later attempt should ${principle.gist}.`,
      `To avoid this, ${principle.gist}: ${lowerFirst(wording(principle.reason, turn))}`,
      `${sentence(`The way out would have been to ${principle.gist}`)}`,
    ],
    random,
  );
  return [met, lost, better];
}

function wording(texts: readonly string[], turn: number): string {
  return texts[turn % texts.length] ?? "";
}

/** The first line of a command, for use inside a sentence. */
function oneLine(command: string): string {
  const [first = ""] = command.split("\n");
  return first;
}
