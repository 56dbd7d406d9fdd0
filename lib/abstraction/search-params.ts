import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { projectedTypes } from "#lib/maps/schema.ts";
import { labelKinds } from "#lib/memories/label-kinds.ts";

/** Which measurements of a history are compared: every one of another input, or the last of each day or release. */
export const historySteps = ["change", "day", "release"] as const;
export type HistoryStep = (typeof historySteps)[number];

/** URL state of /abstraction: what DBI and LISI are of, and what stands beside what. */
export const abstractionSearchParams = {
  /** The one type whose history is shown; null = all. */
  type: parseAsStringLiteral(projectedTypes),
  /** Name or id of an embedding space; null = the active one. */
  space: parseAsString,
  label: parseAsStringLiteral(labelKinds).withDefault("benchmark"),
  /** The tag, where the label is one. */
  tag: parseAsString,
  perplexity: parseAsInteger.withDefault(30),
  measuredOn: parseAsStringLiteral(["vectors", "map"] as const).withDefault("vectors"),
  history: parseAsStringLiteral(historySteps).withDefault("change"),
  /** The newest measurement is compared with the one that held at this time (ISO 8601); null = with the one before it. */
  compareTo: parseAsString,
};
export const loadAbstractionSearchParams = createLoader(abstractionSearchParams);
export type AbstractionSearchParams = inferParserType<typeof abstractionSearchParams>;
export const abstractionHref = createSerializer(abstractionSearchParams);
