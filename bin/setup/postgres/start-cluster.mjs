import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const startWithinMs = 30_000;

/**
 * Starts a throw-away cluster that listens on a Unix socket alone, in a temporary folder.
 * @param {string} binDir programs of the server
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startCluster(binDir) {
  const folder = mkdtempSync(join(tmpdir(), "carryover-pg-"));
  const owner = clusterOwner();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const cluster = { cwd: folder, ...owner };
  const locale = ["--locale=C.UTF-8", "--encoding=UTF8"];
  execFileSync(
    join(binDir, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", ...locale],
    {
      ...cluster,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${folder}`,
    "fsync=off",
    "max_connections=200",
  ];
  const args = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  const server = spawn(join(binDir, "postgres"), args, { ...cluster, stdio: ["ignore", "ignore", "ignore"] });
  // An interrupted test run ends without awaiting anything.
  const onExit = () => server.kill("SIGINT");
  process.once("exit", onExit);
  const stop = async () => {
    process.off("exit", onExit);
    if (server.exitCode === null) {
      server.kill("SIGINT");
      await new Promise((resolve) => server.once("exit", resolve));
    }
    rmSync(folder, { recursive: true, force: true });
  };
  await untilReady(binDir, folder, server, stop);
  return { url: `postgresql://postgres@localhost/postgres?host=${folder}`, stop };
}

async function untilReady(binDir, folder, server, stop) {
  const until = Date.now() + startWithinMs;
  while (Date.now() < until && server.exitCode === null) {
    if (existsSync(join(folder, ".s.PGSQL.5432")) && isReady(binDir, folder)) return;
    await sleep(100);
  }
  await stop();
  throw new Error("The Postgres server for the tests did not start.");
}

function isReady(binDir, folder) {
  try {
    execFileSync(join(binDir, "pg_isready"), ["-q", "-h", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Postgres refuses to run as root: Debian's package made a user for it. */
function clusterOwner() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
