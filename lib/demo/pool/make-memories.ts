import type { MemoryType } from "#lib/db/generated/enums.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import { shuffled } from "#lib/shared/random.ts";
import type { Experience } from "./make-experiences.ts";
import { PLANTED, type PlantedTruth } from "./planted.ts";
import { demoId, pick, streamFor } from "./streams.ts";
import { jaccard, wordSet } from "./text.ts";
import type { DemoContent, DemoMemory } from "./types.ts";
import { type UniqueTexts, uniqueTexts } from "./unique-texts.ts";
import { type InsightBody, insightTitles, writeInsightBody } from "./write-insight.ts";
import { writeSummary } from "./write-summary.ts";
import { writeTrajectory } from "./write-trajectory.ts";
import { writeWorkflow } from "./write-workflow.ts";

/** Four memories of each experience, planted truths in their places, lifecycles set. */
export function makeMemories(experiences: readonly Experience[], seed: number): DemoMemory[] {
  const write = contentWriter();
  const seats = seatsOfPlanted(experiences, seed);
  const memories = experiences.flatMap((experience) =>
    memoryTypes.map((type): DemoMemory => {
      const { task, passed } = experience;
      const key = `${type}:${task.benchmark}:${task.name}`;
      const planted = seats.get(key);
      return {
        id: demoId(seed, "memory", key),
        importKey: `demo:${seed}:${key}`,
        type,
        benchmark: task.benchmark,
        taskName: task.name,
        task: task.statement,
        outcome: planted?.outcome ?? (passed ? "passed" : "failed"),
        content: planted?.content ?? write(type, experience),
        lifecycle: "active",
        validUntil: planted?.validUntil ?? null,
        deprecatedReason: null,
        planted: planted?.key ?? null,
      };
    }),
  );
  return withLifecycles(memories, seed);
}

/** Which memory gives way to each planted truth: one of its type and benchmark, with its outcome if there is one. */
function seatsOfPlanted(experiences: readonly Experience[], seed: number): Map<string, PlantedTruth> {
  const seats = new Map<string, PlantedTruth>();
  for (const planted of PLANTED) {
    const ofBenchmark = experiences.filter(({ task }) => task.benchmark === planted.benchmark);
    const fitting = ofBenchmark.filter(({ passed }) => passed === (planted.outcome === "passed"));
    const order = shuffled(
      fitting.length > 0 ? fitting : ofBenchmark,
      streamFor(seed, "planted", planted.key),
    );
    const keys = order.map(({ task }) => `${planted.type}:${task.benchmark}:${task.name}`);
    const free = keys.find((key) => !seats.has(key));
    if (free === undefined)
      throw new Error(`No memory of ${planted.benchmark} is left for "${planted.key}".`);
    seats.set(free, planted);
  }
  return seats;
}

function contentWriter(): (type: MemoryType, experience: Experience) => DemoContent {
  const titlesOf = (type: MemoryType) =>
    PLANTED.filter((each) => each.type === type).map(({ title }) => title);
  const goals = uniqueTexts(titlesOf("workflow"));
  const taskSummaries = uniqueTexts(titlesOf("summary"));
  const insight = insightWriter(uniqueTexts(titlesOf("insight")));
  return (type, experience) => {
    switch (type) {
      case "trajectory":
        return writeTrajectory(experience);
      case "workflow":
        return writeWorkflow(experience, goals);
      case "summary":
        return writeSummary(experience, taskSummaries);
      case "insight":
        return insight(experience);
    }
  };
}

const closest = 0.65;
const tries = 12;

/** Words an insight anew while it shares too many words with an earlier one. */
function insightWriter(titles: UniqueTexts): (experience: Experience) => DemoContent {
  const earlier: Set<string>[] = [];
  return (experience) => {
    let body: InsightBody = writeInsightBody(experience);
    for (let attempt = 1; attempt < tries; attempt++) {
      const words = wordsOf(body);
      if (earlier.every((other) => jaccard(words, other) <= closest)) break;
      body = writeInsightBody(experience);
    }
    earlier.push(wordsOf(body));
    return { title: titles(insightTitles(experience)), ...body };
  };
}

function wordsOf({ description, content }: InsightBody): Set<string> {
  return wordSet(`${description} ${content}`);
}

const deprecationReasons = [
  "Superseded by a clearer memory on the same point",
  "The source label turned out to be wrong on review",
  "Too specific to one repository to help elsewhere",
  "Agents followed it into a dead end twice",
  "The tool it describes has changed its behaviour",
];
const futureEnds = ["2035-03-31", "2035-06-30", "2035-09-30", "2035-12-31"];

/** A handful of candidates, deprecated memories and dates of expiry, none of them on a planted truth. */
function withLifecycles(memories: readonly DemoMemory[], seed: number): DemoMemory[] {
  const random = streamFor(seed, "lifecycles");
  const order = shuffled(
    memories.filter((memory) => memory.planted === null),
    random,
  );
  const changes = new Map<string, Partial<DemoMemory>>();
  for (const { id } of order.slice(0, 14)) changes.set(id, { lifecycle: "candidate" });
  for (const { id } of order.slice(14, 25))
    changes.set(id, { lifecycle: "deprecated", deprecatedReason: pick(deprecationReasons, random) });
  for (const { id } of order.slice(25, 37))
    changes.set(id, { validUntil: `${pick(futureEnds, random)}T00:00:00.000Z` });
  return memories.map((memory) => ({ ...memory, ...changes.get(memory.id) }));
}
