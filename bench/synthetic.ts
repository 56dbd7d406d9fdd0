import { writeFileSync } from "node:fs";
import { seededRandom } from "#lib/shared/random.ts";

// Made-up input of a given size: the same numbers on every machine.

const words =
  "parser cache queue socket schema index buffer token thread lease merge patch build trace vector shard commit fixture retry timeout".split(
    " ",
  );

/** Writes a file of insights in Carryover's own format, numbered from `first`. */
export function writePool(path: string, n: number, first = 0): void {
  const random = seededRandom(first + 1);
  const some = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(" ");
  const lines = Array.from({ length: n }, (_, i) =>
    JSON.stringify({
      format: "carryover-memory/1",
      type: "insight",
      benchmark: `benchmark-${i % 10}`,
      taskName: `task-${(first + i) % 500}`,
      task: `Repair the ${some(6)}.`,
      outcome: i % 3 === 0 ? "failed" : "passed",
      content: { title: `${some(5)} ${first + i}`, description: some(12), content: some(60) },
    }),
  );
  writeFileSync(path, `${lines.join("\n")}\n`);
}
