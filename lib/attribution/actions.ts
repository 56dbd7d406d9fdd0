"use server";
import { runAction } from "#lib/access/run-action.ts";
import { startAttribution } from "./request-attribution.ts";

export async function startAttributionAction(pair: { base: string; candidate: string }) {
  return runAction((db, actor) => startAttribution(db, pair, actor));
}
