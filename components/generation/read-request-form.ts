import type { SelectOption } from "#components/ui/select.tsx";
import { type GenerationRequest, polarities } from "#lib/generation/schema.ts";
import { memoryTypes } from "#lib/memories/content.ts";

/** The types that can be made: without a chat model only a trajectory. */
export function typeOptions(hasModel: boolean): SelectOption[] {
  return memoryTypes.toReversed().map((type) => ({
    value: type,
    label: hasModel || type === "trajectory" ? type : `${type} (needs a chat model)`,
    disabled: !hasModel && type !== "trajectory",
  }));
}

export const polarityOptions: readonly SelectOption[] = [
  { value: "", label: "as recorded" },
  { value: "passed", label: "passed" },
  { value: "failed", label: "failed" },
];

/** What a filled-in form asks for, but for the source. */
export function readRequestForm(form: FormData): Pick<GenerationRequest, "type" | "polarity" | "note"> {
  const note = String(form.get("note") ?? "").trim();
  const polarity = polarities.find((each) => each === form.get("polarity"));
  return {
    type: memoryTypes.find((type) => type === form.get("type")) ?? "insight",
    ...(polarity ? { polarity } : {}),
    ...(note ? { note } : {}),
  };
}
