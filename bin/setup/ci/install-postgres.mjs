import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findServers } from "../postgres/find-postgres.mjs";
import { apt } from "./apt.mjs";

// Every address comes from apt's own settings, and every package is one that apt checked the signature of.

/** The oldest Debian release whose source package builds against the servers of its forerunners too. */
const sourceRelease = "trixie";
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/**
 * Installs Debian's Postgres server and pgvector where they are missing: as a package where there is one, else built
 * from its source.
 */
export function ensurePostgres() {
  if (findServers()[0]?.hasVector) return;
  console.log("Installing Postgres with pgvector ...");
  apt(["update"]);
  if (findServers().length === 0) {
    apt(["install", "-y", "--no-install-recommends", "postgresql"]);
  }
  const [server] = findServers();
  if (!server) throw new Error("Debian's postgresql package holds no server programs.");
  if (server.hasVector) return;
  const version = server.binDir.split("/").at(-2);
  if (isPackaged(`postgresql-${version}-pgvector`)) {
    apt(["install", "-y", "--no-install-recommends", `postgresql-${version}-pgvector`]);
  } else {
    buildVector(version, join(server.binDir, "pg_config"));
  }
  if (!findServers()[0]?.hasVector) throw new Error("pgvector could not be installed.");
}

function isPackaged(name) {
  const found = execFileSync("apt-cache", ["policy", name], { encoding: "utf8" });
  return /Candidate: (?!\(none\))/.test(found);
}

function buildVector(version, pgConfig) {
  apt(["install", "-y", "--no-install-recommends", `postgresql-server-dev-${version}`, "gcc", "make"]);
  const folder = mkdtempSync(join(tmpdir(), "carryover-pgvector-"));
  try {
    const source = downloadSource(folder);
    // No link-time bitcode: it would need the compiler that Postgres was built with.
    const options = [`PG_CONFIG=${pgConfig}`, "with_llvm=no", "OPTFLAGS="];
    execFileSync("make", ["-s", ...options], { cwd: source, stdio: "inherit" });
    execFileSync("make", ["-s", "install", ...options], { cwd: source, stdio: "inherit" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fetches the source package with an apt that reads lists of its own, and unpacks it. */
function downloadSource(folder) {
  mkdirSync(join(folder, "lists", "partial"), { recursive: true });
  const list = join(folder, "sources.list");
  writeFileSync(list, `deb-src [signed-by=${keyring}] ${debianMirror()} ${sourceRelease} main\n`);
  const settings = [
    `Dir::Etc::sourcelist=${list}`,
    "Dir::Etc::sourceparts=-",
    `Dir::State::lists=${folder}/lists`,
    // Its own user may not write here; what it fetches is checked all the same.
    "APT::Sandbox::User=root",
  ];
  const options = settings.flatMap((setting) => ["-o", setting]);
  apt([...options, "update"], folder);
  apt([...options, "source", "--download-only", "pgvector"], folder);
  const archive = readdirSync(folder).find((name) => name.endsWith(".orig.tar.gz"));
  if (!archive) throw new Error("apt fetched no source of pgvector.");
  execFileSync("tar", ["xzf", archive], { cwd: folder });
  const unpacked = readdirSync(folder).find((name) => /^pgvector-/.test(name));
  return join(folder, unpacked ?? "pgvector");
}

/** Address of the Debian archive that this machine installs from. */
function debianMirror() {
  const targets = execFileSync(
    "apt-get",
    ["indextargets", "--format", "$(SITE) $(REPO_URI) $(ORIGIN) $(LABEL)"],
    {
      encoding: "utf8",
    },
  );
  const line = targets.split("\n").find((target) => / Debian Debian$/.test(target));
  const address = line?.split(" ")[1];
  if (!address) throw new Error("apt names no Debian archive to fetch the source of pgvector from.");
  return address;
}
