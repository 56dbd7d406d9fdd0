import type { JobHandler } from "#lib/jobs/context.ts";
import type { JobKind } from "#lib/jobs/kinds.ts";

// Handlers are loaded when first needed: a worker that never projects never loads UMAP.
const loaders: Partial<Record<JobKind, () => Promise<JobHandler>>> = {
  import: async () => (await import("#lib/imports/import-job.ts")).importJob,
  lint: async () => (await import("#lib/lint/lint-job.ts")).lintJob,
  demo: async () => (await import("#lib/demo/demo-job.ts")).demoJob,
  embed: async () => (await import("#lib/embeddings/embed-job.ts")).embedJob,
  project: async () => (await import("#lib/maps/project-job.ts")).projectJob,
  place: async () => (await import("#lib/maps/place-job.ts")).placeJob,
  metrics: async () => (await import("#lib/abstraction/metrics-job.ts")).metricsJob,
  attribute: async () => (await import("#lib/attribution/attribute-job.ts")).attributeJob,
  generate: async () => (await import("#lib/generation/generate-memory.ts")).generateJob,
};

/** The handler of a kind of job, or undefined when there is none. */
export function handlerOf(kind: string): JobHandler | undefined {
  const load = Object.hasOwn(loaders, kind) ? loaders[kind as JobKind] : undefined;
  return load && (async (db, input, context) => (await load())(db, input, context));
}
