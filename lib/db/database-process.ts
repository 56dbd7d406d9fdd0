// Entry of the database process: serves the embedded database until told to stop.
import { readEnv } from "#lib/env.ts";
import { startDatabaseServer } from "./database-server.ts";

const server = await startDatabaseServer(readEnv().dataDir);
if (!server.ok) {
  process.send?.({ failed: server.error.message });
  if (!process.send) console.error(server.error.message);
  process.exit(1);
}
process.send?.({ ready: server.value.endpoint });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping || !server.ok) return;
  stopping = true;
  await server.value.stop();
  process.exit(0);
}
// Ctrl-C reaches the whole process group: the launcher stops the database last, by closing the channel.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => void stop());
