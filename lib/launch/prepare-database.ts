// Entry of a process that brings the database up to date and ends: the engine it loads is big.
import { connectionConfig } from "#lib/db/connection.ts";
import { migrate } from "#lib/db/migrate.ts";
import { installQueue } from "#lib/jobs/queue.ts";

try {
  const applied = await migrate(connectionConfig());
  await installQueue(connectionConfig());
  process.send?.({ ready: { applied } });
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  process.send?.({ failed: `The database could not be brought up to date: ${text.slice(0, 800)}` });
  process.exitCode = 1;
}
process.disconnect?.();
