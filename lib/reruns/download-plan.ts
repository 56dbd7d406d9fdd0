import type { Db } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { zipOf } from "#lib/shared/zip.ts";
import { planDocument, planFiles } from "./plan-files.ts";
import { getPlan } from "./queries.ts";

type Download = { name: string; type: string; body: string | Uint8Array<ArrayBuffer> };

/** plan.json, or all files of a plan in one ZIP archive. */
export async function downloadPlan(
  db: Db,
  id: string,
  options: { format: string; round: string },
): Promise<Result<Download>> {
  const round = Number(options.round);
  if (!(Number.isInteger(round) && round >= 1 && round <= 100))
    return err("invalid", "A round is a whole number from 1 to 100.");
  const plan = await getPlan(db, id);
  if (!plan) return err("not_found", "There is no such plan.");
  if (options.format === "json") {
    const body = `${JSON.stringify(planDocument(plan, { round }), null, 2)}\n`;
    return ok({ name: "plan.json", type: "application/json; charset=utf-8", body });
  }
  if (options.format !== "zip") return err("invalid", "The format is json or zip.");
  const files = planFiles(plan, { tasks: "tasks", round });
  const body = zipOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  return ok({ name: `reruns-${id.slice(0, 8)}.zip`, type: "application/zip", body: new Uint8Array(body) });
}
