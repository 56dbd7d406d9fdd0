import type { SelectOption } from "#components/ui/select.tsx";
import { memoryTypes } from "#lib/memories/content.ts";
import { largestK } from "#lib/retrieval/schema.ts";
import { noTarget } from "#lib/retrieval/search-params.ts";

export const typeOptions: readonly SelectOption[] = [
  ...memoryTypes.toReversed().map((type) => ({ value: type, label: type })),
  { value: "all", label: "all types" },
];

export const kOptions: readonly SelectOption[] = Array.from({ length: largestK }, (_, index) => ({
  value: String(index + 1),
  label: String(index + 1),
}));

export const methodOptions: readonly SelectOption[] = [
  { value: "embedding", label: "nearest by similarity" },
  { value: "rerank", label: "rerank: a chat model picks" },
  { value: "rewrite", label: "rewrite: it picks and rewords" },
];

/** Empty value = the task's own benchmark, or none for free words. */
export function targetOptions(benchmarks: readonly string[], byTask: boolean): SelectOption[] {
  return [
    { value: "", label: byTask ? "the task's own" : "none" },
    ...(byTask ? [{ value: noTarget, label: "none" }] : []),
    ...benchmarks.map((name) => ({ value: name, label: name })),
  ];
}
