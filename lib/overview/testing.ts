import type { Attention } from "./schema.ts";

/** A list without an entry. */
const none = { count: 0, first: [] };
/** Nothing waits for anybody. */
export const nothingWaits: Attention = {
  suspects: { ...none, harmful: 0, tested: 0, signs: 0 },
  candidates: none,
  expiring: none,
  lintErrors: none,
  failedJobs: none,
  others: {
    expired: 0,
    staleEmbeddings: 0,
    missingEmbeddings: 0,
    lintWarnings: 0,
    pendingDrafts: 0,
    inReview: 0,
  },
};
