// Preloaded into the web app: tells the launcher that it lives, and ends when that is gone, also when killed outright.
import { sendBeats } from "#lib/shared/send-beats.ts";

sendBeats();
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
