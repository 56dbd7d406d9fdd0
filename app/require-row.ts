import { notFound } from "next/navigation";
import { requestDb } from "#lib/access/request-db.ts";
import { rowExists } from "#lib/db/row-exists.ts";

/**
 * Answers 404 where an address names nothing. For layouts, and pages before their first Suspense: once a skeleton is on
 * its way, the answer has begun with 200.
 * @param ids null or left out = not named, which is for the page to say
 */
export async function requireRow(
  table: Parameters<typeof rowExists>[1],
  ...ids: (string | null | undefined)[]
): Promise<void> {
  const named = ids.filter((id) => typeof id === "string");
  const found = await Promise.all(named.map((id) => rowExists(requestDb(), table, id)));
  if (found.includes(false)) notFound();
}
