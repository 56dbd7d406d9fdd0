import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const script = `
  const { runCommandLine } = await import(${JSON.stringify(join(import.meta.dirname, "main.ts"))});
  const code = await runCommandLine(["runs", "--json"]);
  console.log(JSON.stringify({ code, megabytes: process.resourceUsage().maxRSS / 1024 }));
  process.exit(0);`;

it("answers from its own database in less than 600 MB", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "carryover-rss-"));
  const env = { ...process.env, CARRYOVER_DATA_DIR: dataDir, DATABASE_URL: "", NODE_OPTIONS: "" };
  const answer = async () => {
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { env });
    const lines = stdout.trim().split("\n");
    return { json: lines[0], ...(JSON.parse(lines[1] ?? "{}") as { code: number; megabytes: number }) };
  };
  try {
    // The first call makes the database, which is work of another kind.
    expect(await answer()).toMatchObject({ json: "[]", code: 0 });
    const second = await answer();
    expect(second).toMatchObject({ json: "[]", code: 0 });
    expect(second.megabytes).toBeLessThan(600);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}, 120_000);
