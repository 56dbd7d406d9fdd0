import { expect, it } from "vitest";
import type { RootDb } from "#lib/db/client.ts";
import { lintMemories } from "./lint-memories.ts";

const id = "0199c1a1-0000-7000-8000-000000000000";
const memory = {
  id,
  version: 1,
  type: "insight",
  title: "Say so",
  content: { title: "Say so", description: "Now", content: "As it is" },
  task: "",
  outcome: "passed",
  lifecycle: "active",
  validUntil: null,
};

/** A database with one memory and so many others that are nearly the same; `stored` counts the findings written. */
function databaseOf(pairs: number) {
  const stored = { count: 0 };
  const rows = Array.from({ length: pairs }, (_, i) => ({
    memoryId: id,
    otherId: `other-${i}`,
    otherTitle: "Say so",
    similarity: 1,
  }));
  const answers: [part: string, rows: unknown[]][] = [
    ['SELECT DISTINCT left("task"', []],
    ['AS "id" FROM "Embedding" e', [{ id }]],
    ['FROM "Embedding" a', rows],
  ];
  const db = {
    setting: { findUnique: async () => null },
    memory: { findMany: async () => [memory] },
    $queryRaw: async (strings: readonly string[]) =>
      answers.find(([part]) => strings.join("").includes(part))?.[1] ?? [],
    $transaction: (work: (tx: unknown) => Promise<unknown>) =>
      work({
        lintFinding: {
          deleteMany: async () => undefined,
          createMany: async ({ data }: { data: unknown[] }) => {
            stored.count += data.length;
          },
        },
      }),
  };
  return { stored, db: db as unknown as RootDb };
}

it.each([0, 1, 200_000])("stores every one of %i pairs of a memory", async (pairs) => {
  const { db, stored } = databaseOf(pairs);
  const done = await lintMemories(db, { rule: "near-duplicate" }, { name: "ada", role: "editor" });
  expect(done).toMatchObject({ ok: true, value: { memories: 1, findings: pairs } });
  expect(stored.count).toBe(pairs);
});
