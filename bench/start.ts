import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import type { BenchContext, BenchRow } from "./row.ts";
import { inScratch } from "./scratch.ts";
import { commitOf, startApp } from "./start-app.ts";

const root = resolve(import.meta.dirname, "..");

/** From a fresh clone of what is committed to the first page, the second start, and the memory of each process. */
export async function benchStart({ log }: BenchContext): Promise<BenchRow[]> {
  return inScratch(async (folder) => {
    const clone = join(folder, "clone");
    execFileSync("git", ["clone", "-q", root, clone]);
    log(`Starting a fresh clone of ${commitOf(root)}: install, build, first page ...`);
    const first = await startApp(clone, join(folder, "data"));
    await first.stop();
    log("Starting it again ...");
    const second = await startApp(clone, join(folder, "data"));
    await fetch(`${second.address}/memories`).then((response) => response.text());
    const memory = second.memory();
    await second.stop();
    return [
      { name: "fresh clone to first page", n: 1, seconds: first.seconds },
      {
        name: "second start",
        n: 1,
        seconds: second.seconds,
        ratioTo: { "fresh clone": second.seconds / first.seconds },
      },
      ...Object.entries(memory).map(([name, megabytes]) => ({
        name: `memory: ${name}`,
        n: 1,
        seconds: null,
        megabytes,
        note: `${megabytes} MB resident`,
      })),
    ];
  });
}
