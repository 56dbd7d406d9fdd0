import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { lexicalDimensions, lexicalModel } from "./lexical-embedding.ts";
import type { EmbeddingProvider } from "./provider.ts";
import { openaiProviderOf } from "./provider-of.ts";
import { activateSpace, ensureSpace, type SpaceKey, spaceName } from "./spaces.ts";

export type SwitchSpaceInput =
  | { provider: "lexical" }
  /** model: e.g. text-embedding-3-small; via: another provider than the environment's, for tests. */
  | { provider: "openai"; model: string; via?: EmbeddingProvider }
  | { spaceId: string };

/**
 * Makes another embedding space the active one and queues the job that embeds what it lacks. An OpenAI-compatible
 * model is asked for one vector first, so that a wrong key or model fails here, and the dimensions are known.
 */
export async function switchSpace(
  db: RootDb,
  input: SwitchSpaceInput,
  actor: Actor,
): Promise<Result<{ spaceId: string; space: string; jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const key = "spaceId" in input ? null : await keyOf(input);
  if (key && !key.ok) return key;
  return inTransaction(db, async (tx) => {
    const wanted =
      "spaceId" in input
        ? await tx.embeddingSpace.findUnique({ where: { id: input.spaceId } })
        : key && (await ensureSpace(tx, key.value));
    if (!wanted) return err("not_found", "There is no such embedding space. Reload the page.");
    const space = await activateSpace(tx, wanted.id);
    await tx.auditEvent.create({
      data: {
        actor: actor.name,
        action: "space.activate",
        subjectId: space.id,
        detail: { space: spaceName(space) },
      },
    });
    const jobId = await enqueueJob(tx, { kind: "embed", input: { spaceId: space.id, refresh: true }, actor });
    return ok({ spaceId: space.id, space: spaceName(space), jobId });
  });
}

async function keyOf(input: Exclude<SwitchSpaceInput, { spaceId: string }>): Promise<Result<SpaceKey>> {
  if (input.provider === "lexical")
    return ok({ provider: "lexical", model: lexicalModel, dimensions: lexicalDimensions });
  const provider = input.via ? ok(input.via) : openaiProviderOf(input.model);
  if (!provider.ok) return provider;
  const reply = await provider.value.embed(["How many dimensions has this model?"]);
  if (!reply.ok) return reply;
  const { dimensions, failures } = reply.value;
  if (dimensions === 0)
    return err(
      "unavailable",
      `${input.model} gave no vector: ${failures[0]?.reason ?? "the reply was empty"}.`,
    );
  return ok({ provider: "openai", model: input.model, dimensions });
}
