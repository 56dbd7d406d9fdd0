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
// Ctrl-C and a service manager's stop reach the whole process group: others still need the database then, and the
// launcher stops it last, by closing the channel.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => {
  if (!process.connected) void stop();
});
process.on("disconnect", () => void stop());
