import type { VectorMemory } from "#lib/embeddings/embeddings-sql.ts";
import type { LabelKind } from "#lib/memories/label-kinds.ts";

export type LabelOptions = { label: LabelKind; tag?: string | undefined };

/** What a memory is labeled by. One that lacks the field has the label "(unknown)"; one without the tag, "(others)". */
export function labelOf(memory: VectorMemory, { label, tag }: LabelOptions): string {
  if (label === "tag") return memory.tags.includes(tag ?? "") ? (tag ?? "") : "(others)";
  return memory[label] ?? "(unknown)";
}
