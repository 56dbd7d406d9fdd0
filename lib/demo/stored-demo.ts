import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

/** Whether a pool of this seed may be loaded: not beside real content unless forced, not beside another seed. */
export async function checkRoomForDemo(db: Db, seed: number, force: boolean): Promise<Result<null>> {
  const other = await db.memory.findFirst({
    where: { importKey: { startsWith: "demo:" }, NOT: { importKey: { startsWith: `demo:${seed}:` } } },
    select: { importKey: true },
  });
  if (other) {
    const loaded = other.importKey.split(":")[1] ?? "?";
    return err(
      "conflict",
      `The demo pool of seed ${loaded} is here already: load that seed, or begin with an empty database.`,
    );
  }
  if (force) return ok(null);
  const real =
    (await db.memory.findFirst({ where: { synthetic: false }, select: { id: true } })) ??
    (await db.run.findFirst({ where: { synthetic: false }, select: { id: true } })) ??
    (await db.benchmark.findFirst({ where: { synthetic: false }, select: { name: true } }));
  if (!real) return ok(null);
  return err(
    "conflict",
    "This database holds content that is not synthetic. Load the demo pool into an empty one (set CARRYOVER_DATA_DIR to a new directory), or force it.",
  );
}

const completeKey = "demo.complete";
const completeDemo = z.object({ seed: z.int(), hash: z.string() });
export type CompleteDemo = z.infer<typeof completeDemo>;

/** The demo pool of a seed, if it was loaded to its end; null = not at all, or only in part. */
export async function getCompleteDemo(db: Db, seed: number): Promise<CompleteDemo | null> {
  const row = await db.setting.findUnique({ where: { key: completeKey } });
  const parsed = completeDemo.safeParse(row?.value);
  return parsed.success && parsed.data.seed === seed ? parsed.data : null;
}

/** Records that the last row of a demo pool is written. Call inside the transaction that ends the load. */
export async function markDemoComplete(tx: Db, value: CompleteDemo): Promise<void> {
  await tx.setting.upsert({
    where: { key: completeKey },
    create: { key: completeKey, value },
    update: { value, updatedAt: new Date() },
  });
}
