import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const main = JSON.stringify(join(import.meta.dirname, "../lib/cli/main.ts"));
const script = `
  const { runCommandLine } = await import(${main});
  const code = await runCommandLine(process.argv.slice(1));
  process.stderr.write("\\n" + process.resourceUsage().maxRSS / 1024);
  process.exit(code);`;

/** For tests and benchmarks: the command line in a process of its own, on the embedded database of a data directory. */
export function spawnCommandLine(dataDir: string, args: readonly string[]): ChildProcess {
  const env = { ...process.env, CARRYOVER_DATA_DIR: dataDir, DATABASE_URL: "", NODE_OPTIONS: "" };
  return spawn(process.execPath, ["--input-type=module", "-e", script, "--", ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The same to its end. @returns what it printed, its exit code and its peak of resident memory */
export async function runInChild(
  dataDir: string,
  args: readonly string[],
): Promise<{ stdout: string; code: number | null; megabytes: number }> {
  const child = spawnCommandLine(dataDir, args);
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  const [code] = (await once(child, "close")) as [number | null];
  return { stdout: texts.stdout, code, megabytes: Number(texts.stderr.trim().split("\n").at(-1)) };
}
