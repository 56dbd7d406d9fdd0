import { existsSync } from "node:fs";
import { homedir } from "node:os";
import type { RootDb } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { readEnv } from "#lib/env.ts";
import type { JobContext, JobHandler } from "#lib/jobs/context.ts";
import { parseMlgymRule } from "#lib/runs/mlgym-rule.ts";
import { err, ok } from "#lib/shared/result.ts";
import { importPaths } from "./import-paths.ts";
import { removeOldReports, reportFolder } from "./report-files.ts";
import { type ImportJobResult, importRequest } from "./schema.ts";
import { discardUpload, uploadFolder } from "./uploads.ts";

/** The `import` job: a dry run leaves a plan as its result, a real one what was done. An imported upload is removed. */
export const importJob: JobHandler = async (db: RootDb, input: unknown, context: JobContext) => {
  const request = importRequest.parse(input);
  const { source, arm, run, benchmark, dryRun } = request;
  const rule = request.mlgymRule === "" ? null : parseMlgymRule(request.mlgymRule);
  if (rule?.ok === false) return rule;
  const { dataDir } = readEnv();
  const path =
    source.kind === "upload"
      ? uploadFolder(dataDir, source.uploadId)
      : source.path.replace(/^~(?=$|\/)/, homedir());
  if (source.kind === "upload" && !existsSync(path)) {
    return err("not_found", "This upload was imported or has expired. Choose the files again.");
  }
  const options = {
    dryRun,
    arm: arm === "auto" ? null : arm,
    run: run || null,
    benchmark: benchmark || null,
    grouping: request.grouping === "auto" ? null : request.grouping,
    choices: request.choices,
    mappings: request.mappings,
    benchmarkNames: request.benchmarkNames,
    ...(rule ? { mlgymRule: rule.value } : {}),
  };
  const { actor, signal, progress } = context;
  await removeOldReports(dataDir);
  const folder = reportFolder(dataDir, context.jobId);
  const imported = await importPaths(db, [path], options, {
    actor,
    signal,
    progress,
    reportFolder: folder,
    ...(source.kind === "path" ? { request: { ...request, source: { kind: "path", path } } } : {}),
  });
  if (!imported.ok) return imported;
  const { lists: _lists, ...result } = imported.value;
  if (!dryRun && source.kind === "upload") await discardUpload(dataDir, source.uploadId);
  const value: ImportJobResult = { ...result, request };
  return ok(value as unknown as Prisma.InputJsonObject);
};
