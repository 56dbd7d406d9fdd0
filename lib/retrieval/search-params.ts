import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { memoryTypes } from "#lib/memories/content.ts";
import { retrievalMethods } from "./schema.ts";

/** Value of `target` that leaves no benchmark out. */
export const noTarget = "none";

/** URL state of /retrieval. */
const retrievalParams = {
  /** Free text; a task wins over it. */
  q: parseAsString.withDefault(""),
  /** Id of a task whose statement is the query. */
  task: parseAsString,
  /** What workflows and insights, and what summaries are compared with. */
  plan: parseAsString.withDefault(""),
  goal: parseAsString.withDefault(""),
  /** Benchmark to leave out; absent = the task's own. */
  target: parseAsString,
  type: parseAsStringLiteral([...memoryTypes, "all"] as const).withDefault("insight"),
  k: parseAsInteger.withDefault(3),
  method: parseAsStringLiteral(retrievalMethods).withDefault("embedding"),
  polarity: parseAsBoolean.withDefault(true),
};
export type RetrievalParams = inferParserType<typeof retrievalParams>;
export const loadRetrievalParams = createLoader(retrievalParams);
export const retrievalHref = createSerializer(retrievalParams);
