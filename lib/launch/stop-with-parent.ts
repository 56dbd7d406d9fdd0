// Preloaded into the web app: ends it when the launcher is gone, also when that was killed outright.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
