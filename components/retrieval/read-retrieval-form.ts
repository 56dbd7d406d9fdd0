import { memoryTypes } from "#lib/memories/content.ts";
import { retrievalMethods } from "#lib/retrieval/schema.ts";
import type { RetrievalParams } from "#lib/retrieval/search-params.ts";

/** The URL state that a filled-in form asks for. */
export function readRetrievalForm(form: FormData, task: string | null): RetrievalParams {
  const textOf = (name: string) => String(form.get(name) ?? "");
  return {
    q: task ? "" : textOf("q").trim(),
    task,
    plan: textOf("plan").trim(),
    goal: textOf("goal").trim(),
    target: textOf("target") || null,
    type: [...memoryTypes, "all" as const].find((type) => type === textOf("type")) ?? "insight",
    k: Number(textOf("k")) || 3,
    method: retrievalMethods.find((method) => method === textOf("method")) ?? "embedding",
    polarity: form.get("polarity") !== null,
  };
}
