import type { SourceChoice } from "./schema.ts";

type NamedSource = { trialId?: string; memoryId?: string };

/** A source as an option of a picker. */
export function sourceOption(source: SourceChoice): { value: string; label: string; detail: string } {
  const kind = source.kind === "trial" ? "Trial" : "Trajectory memory";
  return {
    value: `${source.kind}:${source.id}`,
    label: `${source.benchmark} / ${source.taskName}`,
    detail: `${kind}, ${source.outcome}: ${source.detail}`,
  };
}

/** What `requestGeneration` is told for the value of such an option. */
export function sourceOfOption(value: string): NamedSource {
  const [kind, id = ""] = value.split(":");
  return kind === "trial" ? { trialId: id } : { memoryId: id };
}
