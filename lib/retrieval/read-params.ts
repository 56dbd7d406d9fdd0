import type { RetrievalRequest } from "./schema.ts";
import { noTarget, type RetrievalParams } from "./search-params.ts";

/** The request that a URL of /retrieval asks for; null = nothing asked yet. */
export function toRetrievalRequest(params: RetrievalParams): RetrievalRequest | null {
  const { q, task, plan, goal, target, type, k, method, polarity } = params;
  if (!q.trim() && !task) return null;
  return {
    ...(task ? { taskId: task } : { query: q }),
    ...(plan.trim() ? { plan } : {}),
    ...(goal.trim() ? { goal } : {}),
    ...(target ? { target: target === noTarget ? null : target } : {}),
    type,
    k,
    method,
    showPolarity: polarity,
  };
}
