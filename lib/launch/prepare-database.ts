// Entry of a process that brings the database up to date and ends: the engine it loads is big.
import { currentActor } from "#lib/access/current-actor.ts";
import { getDb } from "#lib/db/client.ts";
import { connectionConfig } from "#lib/db/connection.ts";
import { migrate } from "#lib/db/migrate.ts";
import { describeOutage } from "#lib/db/outage.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { installQueue } from "#lib/jobs/queue.ts";

try {
  await migrate(connectionConfig());
  await installQueue(connectionConfig());
  if (process.argv.includes("--demo")) {
    await enqueueJob(getDb(), { kind: "demo", input: {}, actor: currentActor() });
    await getDb().$disconnect();
  }
  process.send?.({ ready: true });
} catch (error) {
  const outage = describeOutage(error);
  const text = outage ?? (error instanceof Error ? error.message : String(error));
  process.send?.({
    failed: `The database could not be brought up to date: ${text.slice(0, 800)}`,
    mayPass: outage !== null,
  });
  process.exitCode = 1;
}
process.disconnect?.();
