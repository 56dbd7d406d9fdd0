import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { labelKinds } from "#lib/memories/label-kinds.ts";

/** Which measurements of a history are compared: every one of another input, or the last of each day or release. */
export const historySteps = ["change", "day", "release"] as const;
export type HistoryStep = (typeof historySteps)[number];

/** URL state of /abstraction: what DBI and LISI are of. */
export const abstractionSearchParams = {
  label: parseAsStringLiteral(labelKinds).withDefault("benchmark"),
  /** The tag, where the label is one. */
  tag: parseAsString,
  perplexity: parseAsInteger.withDefault(30),
  measuredOn: parseAsStringLiteral(["vectors", "map"] as const).withDefault("vectors"),
  history: parseAsStringLiteral(historySteps).withDefault("change"),
};
export const loadAbstractionSearchParams = createLoader(abstractionSearchParams);
export type AbstractionSearchParams = inferParserType<typeof abstractionSearchParams>;
export const abstractionHref = createSerializer(abstractionSearchParams);
