import type { Db } from "#lib/db/client.ts";

/** Runs, among some or of all, that an import began to write and did not end: what they show is a part. By name. */
export function listIncompleteRuns(db: Db, ids?: readonly string[]): Promise<{ id: string; name: string }[]> {
  return db.run.findMany({
    where: { unfinishedTrials: { not: null }, ...(ids ? { id: { in: [...ids] } } : {}) },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** What stands beside numbers of such runs. */
export function incompleteText(runs: readonly { name: string }[]): string {
  const names = runs.map(({ name }) => name).join(" and ");
  const are = runs.length === 1 ? "is" : "are";
  return `${names} ${are} incomplete: an import was interrupted and trials are missing. Import the same files again to finish it.`;
}
