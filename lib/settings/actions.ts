"use server";
import { z } from "zod";
import { runAction } from "#lib/access/run-action.ts";
import { setEmbeddedText } from "#lib/embeddings/set-embedded-text.ts";
import { switchSpace } from "#lib/embeddings/switch-space.ts";
import { readEnv } from "#lib/env.ts";
import { setMlgymRule } from "#lib/runs/stored-mlgym-rule.ts";
import { err } from "#lib/shared/result.ts";
import { type AliasInput, aliasBenchmark } from "./alias-benchmark.ts";
import { undoAlias } from "./undo-alias.ts";

/** A stored space by id, the built-in one, or that of the environment's embedding model. */
const switchInput = z.union([
  z.strictObject({ spaceId: z.uuid() }),
  z.strictObject({ provider: z.enum(["lexical", "openai"]) }),
]);

export async function switchSpaceAction(input: z.input<typeof switchInput>) {
  const parsed = switchInput.safeParse(input);
  if (!parsed.success) return err("invalid", "Choose a space of the list.");
  return runAction((db, actor) => {
    if ("spaceId" in parsed.data) return switchSpace(db, parsed.data, actor);
    if (parsed.data.provider === "lexical") return switchSpace(db, { provider: "lexical" }, actor);
    return switchSpace(db, { provider: "openai", model: readEnv().embeddingModel }, actor);
  });
}

export async function setEmbeddedTextAction(input: Record<string, string>) {
  return runAction((db, actor) => setEmbeddedText(db, input, actor));
}

export async function setMlgymRuleAction(text: string) {
  return runAction((db, actor) => setMlgymRule(db, text, actor));
}

export async function aliasBenchmarkAction(input: AliasInput) {
  return runAction((db, actor) => aliasBenchmark(db, input, actor));
}

export async function undoAliasAction(input: { name: string }) {
  return runAction((db, actor) => undoAlias(db, input, actor));
}
