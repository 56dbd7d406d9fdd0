// Preloaded into the web app: tells the launcher that it lives, and ends when that is gone, also when killed outright.
import { sendHeartbeats } from "#lib/shared/send-heartbeats.ts";

sendHeartbeats();
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
