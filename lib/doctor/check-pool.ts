import { listNearBenchmarks } from "#lib/benchmarks/queries.ts";
import type { RootDb } from "#lib/db/client.ts";
import { readServerVersions } from "#lib/db/server.ts";
import { listSpaces } from "#lib/embeddings/queries.ts";
import { maxTries } from "#lib/jobs/claim.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { countMemories } from "#lib/memories/queries.ts";
import { listIncompleteRuns } from "#lib/runs/incomplete-runs.ts";
import { type Check, fine, problem, warning } from "./check.ts";

const stuckAfterMs = 60_000;

/** Memories, embedding spaces and the queue of an open database. */
export async function checkPool(db: RootDb, hasWorker: boolean): Promise<Check[]> {
  return [
    await checkMemories(db),
    ...(await checkRuns(db)),
    await checkOriginals(db),
    await checkNames(db),
    await checkSpaces(db),
    ...(await checkQueue(db, hasWorker)),
  ];
}

async function checkMemories(db: RootDb): Promise<Check> {
  const [memories, runs] = await Promise.all([countMemories(db), db.run.count()]);
  if (memories + runs > 0) return fine("Pool", `${memories} memories, ${runs} runs`);
  return warning("Pool", "empty", "carryover import FOLDER, or carryover demo for a synthetic pool.");
}

async function checkOriginals(db: RootDb): Promise<Check> {
  const { _count, _sum } = await db.originalFile.aggregate({
    _count: true,
    _sum: { size: true, storedSize: true },
  });
  const megabytes = (bytes: number | null) => `${((bytes ?? 0) / 1024 / 1024).toFixed(1)} MB`;
  if (_count === 0) return fine("Original files", "none kept");
  return fine(
    "Original files",
    `${_count} kept, ${megabytes(_sum.storedSize)} of ${megabytes(_sum.size)} (Settings switches it off)`,
  );
}

/** How many pairs of near names are named. */
const namedPairs = 5;

async function checkNames(db: RootDb): Promise<Check> {
  const near = await listNearBenchmarks(db);
  if (near.length === 0) return fine("Benchmark names", "no two are similar");
  const pairs = near.slice(0, namedPairs).map(({ names: [a, b] }) => `"${a}" and "${b}"`);
  const more = near.length > namedPairs ? ` and ${near.length - namedPairs} more` : "";
  return warning(
    "Benchmark names",
    `similar: ${pairs.join(", ")}${more}`,
    "Retrieval leaves out only the benchmark that is named. If two are the same benchmark, join them in Settings.",
  );
}

/** Runs that an import began to write and did not end. */
async function checkRuns(db: RootDb): Promise<Check[]> {
  const runs = await listIncompleteRuns(db);
  if (runs.length === 0) return [];
  const names = runs.map(({ name }) => name).join(", ");
  return [
    warning(
      "Incomplete runs",
      names,
      "An import was interrupted. Import the same files again to finish them.",
    ),
  ];
}

async function checkSpaces(db: RootDb): Promise<Check> {
  const { rows } = await listSpaces(db);
  const active = rows.find((space) => space.active);
  const found = rows.map(
    (space) =>
      `${space.name}${space.active ? " (active)" : ""}: ${space.fresh} fresh, ${space.stale} stale, ${space.missing} missing`,
  );
  if (!active) return fine("Embedding spaces", "none yet");
  if (active.stale + active.missing === 0) return fine("Embedding spaces", found.join("; "));
  return warning(
    "Embedding spaces",
    found.join("; "),
    "Retrieval leaves out stale and missing vectors. To embed them, run: carryover metrics",
  );
}

async function checkQueue(db: RootDb, hasWorker: boolean): Promise<Check[]> {
  const [unfinished, repeated, failed] = await Promise.all([
    listUnfinishedJobs(db),
    checkRepeated(db),
    db.job.findFirst({ where: { state: "failed" }, orderBy: { createdAt: "desc" } }),
  ]);
  const oldest = unfinished[0];
  const isStuck = oldest !== undefined && Date.now() - Date.parse(oldest.createdAt) > stuckAfterMs;
  const found = `${unfinished.length} jobs queued or running`;
  const queue =
    isStuck && !hasWorker
      ? warning("Queue", `${found}, and no worker is running`, "npm start runs the worker.")
      : fine("Queue", found);
  if (!failed) return [queue, ...repeated];
  return [
    queue,
    ...repeated,
    warning("Last failed job", `${failed.kind}: ${failed.error ?? "no reason"}`, `See /jobs/${failed.id}`),
  ];
}

/** Jobs that did not end when they were begun: what stopped them may stop them again. */
async function checkRepeated(db: RootDb): Promise<Check[]> {
  const jobs = await db.job.findMany({
    where: {
      OR: [
        { state: "queued", tries: { gt: 0 } },
        { state: "running", tries: { gt: 1 } },
      ],
    },
    orderBy: { createdAt: "asc" },
  });
  if (jobs.length === 0) return [];
  const found = jobs.map(
    ({ kind, tries, error }) => `${kind}, started ${tries} of ${maxTries} times${error ? `: ${error}` : ""}`,
  );
  return [warning("Repeated jobs", found.join("; "), "See the output of npm start; /jobs can cancel them.")];
}

/** Server, extension and migrations of an open database. */
export async function checkSchema(db: RootDb, pending: readonly string[]): Promise<Check[]> {
  const row = await readServerVersions(db);
  const server = `PostgreSQL ${row.server}`;
  return [
    row.vector
      ? fine("Extension", `${server}, pgvector ${row.vector}`)
      : problem("Extension", `${server}, no pgvector`, "CREATE EXTENSION vector, as a superuser."),
    pending.length === 0
      ? fine("Migrations", "up to date")
      : problem("Migrations", `${pending.length} not applied`, "npm start applies them."),
  ];
}
