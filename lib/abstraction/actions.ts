"use server";
import { runAction } from "#lib/access/run-action.ts";
import type { AbstractionInput } from "./schema.ts";
import { startMeasurement } from "./start-measurement.ts";

export async function startMetricsAction(input: AbstractionInput) {
  return runAction((db, actor) => startMeasurement(db, input, actor));
}
