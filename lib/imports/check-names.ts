import { type ImportRecord, type ProblemRecord, problem } from "./records.ts";
import type { Noun } from "./schema.ts";

/** How long a name may be in UTF-8: the database finds names by index, and an index takes no longer entries. */
const MAX_NAME_BYTES = 600;

/** The names of a record that the database indexes, and what is rejected with one that is too long. */
function namesOf(record: ImportRecord): { rejects: Noun | null; names: Record<string, string | null> } {
  switch (record.kind) {
    case "memory": {
      const { benchmark, taskName, embeddings } = record;
      const models = embeddings.map(({ model }, index) => [`embeddings[${index}].model`, model]);
      return { rejects: "memories", names: { benchmark, taskName, ...Object.fromEntries(models) } };
    }
    case "trial": {
      const { benchmark, taskName, checksum } = record;
      return { rejects: "trials", names: { benchmark, taskName, checksum } };
    }
    case "trajectory": {
      const { benchmark, taskName } = record;
      return { rejects: "trajectories", names: { benchmark, taskName } };
    }
    case "verdict":
      return { rejects: "trials", names: { taskName: record.taskName } };
    case "run":
      return { rejects: null, names: { benchmark: record.benchmark } };
    default:
      return { rejects: null, names: {} };
  }
}

/** The problem of a record with a name that the database can't hold; null for a fine one. */
export function findLongName(record: ImportRecord): ProblemRecord | null {
  const { names, rejects } = namesOf(record);
  const line = "line" in record ? record.line : null;
  for (const [field, name] of Object.entries(names)) {
    if (name !== null && Buffer.byteLength(name) > MAX_NAME_BYTES)
      return problem(`This name has more than ${MAX_NAME_BYTES} bytes: shorten it.`, {
        line,
        field,
        rejects,
      });
  }
  return null;
}
