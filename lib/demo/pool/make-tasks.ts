import { shuffled } from "#lib/shared/random.ts";
import { apportion } from "./benchmarks.ts";
import { demoId, pick, type Random, streamFor } from "./streams.ts";
import { capitalize, fill, sentence, slug } from "./text.ts";
import type { BenchmarkWords, DemoTask, Topic } from "./types.ts";

/** The tasks of one benchmark: every pair of thing and twist at most once, topics in even shares. */
export function makeTasks(words: BenchmarkWords, seed: number): DemoTask[] {
  const random = streamFor(seed, "tasks", words.name);
  const shares = apportion(
    words.taskCount,
    words.topics.map(() => 1),
  );
  const numbers = taskNumbers(words.taskCount, random);
  let made = 0;
  return words.topics.flatMap((topic, index) =>
    shuffled(combinations(topic), random)
      .slice(0, shares[index])
      .map(({ thing, twist }) => makeTask(words, topic, thing, twist, numbers[made++] ?? 0, seed, random)),
  );
}

function makeTask(
  words: BenchmarkWords,
  topic: Topic,
  thing: string,
  twist: string,
  number: number,
  seed: number,
  random: Random,
): DemoTask {
  const [code = "", text = ""] = twist.split("|");
  const slots = { thing, twist: text, code, scope: topic.scope, slug: slug(thing), num: String(number) };
  const name = fill(words.taskName, slots);
  const ask = sentence(fill(pick(topic.asks, random), slots));
  const background = `${capitalize(pick(topic.situations, random))}. The work happens in ${words.environment}.`;
  return {
    id: demoId(seed, "task", words.name, name),
    benchmark: words.name,
    name,
    statement: `${ask}\n${background}`,
    topic,
    thing: fill(words.mention, slots),
  };
}

function combinations(topic: Topic): { thing: string; twist: string }[] {
  return topic.things.flatMap((thing) => topic.twists.map((twist) => ({ thing, twist })));
}

/** Rising, irregular numbers such as an issue tracker gives. */
function taskNumbers(count: number, random: Random): number[] {
  let last = 1000;
  return Array.from({ length: count }, () => {
    last += 1 + Math.floor(random() * 90);
    return last;
  });
}
