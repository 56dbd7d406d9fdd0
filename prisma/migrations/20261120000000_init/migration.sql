-- pgvector: its type is what the Embedding table stores
CREATE EXTENSION IF NOT EXISTS vector;

-- CreateEnum
CREATE TYPE "MemoryType" AS ENUM ('trajectory', 'workflow', 'summary', 'insight');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('passed', 'failed', 'errored', 'missing');

-- CreateEnum
CREATE TYPE "MemoryOutcome" AS ENUM ('passed', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "Lifecycle" AS ENUM ('candidate', 'active', 'deprecated');

-- CreateEnum
CREATE TYPE "Arm" AS ENUM ('zero_shot', 'memory');

-- CreateEnum
CREATE TYPE "MemoryScope" AS ENUM ('in_domain', 'cross_domain');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('queued', 'running', 'succeeded', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "GenerationState" AS ENUM ('queued', 'pending', 'accepted', 'rejected', 'failed');

-- CreateTable
CREATE TABLE "Benchmark" (
    "name" TEXT NOT NULL,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Benchmark_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "benchmarkName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "checksum" TEXT NOT NULL DEFAULT '',
    "statement" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Run" (
    "id" UUID NOT NULL,
    "importKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "arm" "Arm" NOT NULL,
    "memoryType" "MemoryType",
    "scope" "MemoryScope",
    "model" TEXT,
    "agent" TEXT,
    "source" TEXT NOT NULL,
    "config" JSONB,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "releaseId" UUID,
    "startedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Trial" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "reward" DOUBLE PRECISION,
    "error" TEXT,
    "judgement" BOOLEAN,
    "costUsd" DOUBLE PRECISION,
    "inputTokens" INTEGER,
    "outputTokens" INTEGER,
    "durationMs" INTEGER,
    "startedAt" TIMESTAMPTZ(3),
    "sourcePath" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Trial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Trajectory" (
    "trialId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "stepCount" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Trajectory_pkey" PRIMARY KEY ("trialId")
);

-- CreateTable
CREATE TABLE "Memory" (
    "id" UUID NOT NULL,
    "type" "MemoryType" NOT NULL,
    "benchmarkName" TEXT NOT NULL,
    "taskName" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "outcome" "MemoryOutcome" NOT NULL,
    "content" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "lifecycle" "Lifecycle" NOT NULL DEFAULT 'active',
    "validFrom" TIMESTAMPTZ(3),
    "validUntil" TIMESTAMPTZ(3),
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "generator" TEXT,
    "sourceModel" TEXT,
    "sourceFormat" TEXT NOT NULL,
    "sourcePath" TEXT,
    "sourceTrialId" UUID,
    "importKey" TEXT NOT NULL,
    "importedHash" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deprecatedReason" TEXT,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Memory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "memoryId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "changedFields" TEXT[],
    "before" JSONB,
    "after" JSONB NOT NULL,
    "batchId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmbeddingSpace" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EmbeddingSpace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Embedding" (
    "memoryId" UUID NOT NULL,
    "spaceId" UUID NOT NULL,
    "textHash" TEXT NOT NULL,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "vector" vector NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Embedding_pkey" PRIMARY KEY ("memoryId","spaceId")
);

-- CreateTable
CREATE TABLE "Retrieval" (
    "id" UUID NOT NULL,
    "trialId" UUID NOT NULL,
    "memoryId" UUID,
    "memoryVersion" INTEGER,
    "rank" INTEGER NOT NULL,
    "similarity" DOUBLE PRECISION,
    "query" TEXT NOT NULL,
    "shown" JSONB NOT NULL,

    CONSTRAINT "Retrieval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Projection" (
    "id" UUID NOT NULL,
    "spaceId" UUID NOT NULL,
    "type" "MemoryType",
    "algorithm" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "seed" INTEGER NOT NULL,
    "inputHash" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "memoryIds" UUID[],
    "coordinates" BYTEA NOT NULL,
    "trustworthiness" DOUBLE PRECISION,
    "neighborRecall" DOUBLE PRECISION,
    "versions" JSONB NOT NULL,
    "seconds" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Projection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetricSnapshot" (
    "id" UUID NOT NULL,
    "spaceId" UUID NOT NULL,
    "type" "MemoryType",
    "label" TEXT NOT NULL,
    "perplexity" DOUBLE PRECISION NOT NULL,
    "inputHash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MetricSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'queued',
    "stage" TEXT,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "input" JSONB NOT NULL,
    "result" JSONB,
    "error" TEXT,
    "cancelRequested" BOOLEAN NOT NULL DEFAULT false,
    "actor" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Generation" (
    "id" UUID NOT NULL,
    "jobId" UUID,
    "trialId" UUID,
    "memoryId" UUID,
    "baseVersion" INTEGER,
    "type" "MemoryType" NOT NULL,
    "state" "GenerationState" NOT NULL DEFAULT 'queued',
    "model" TEXT,
    "prompt" JSONB,
    "content" JSONB,
    "error" TEXT,
    "inputTokens" INTEGER,
    "outputTokens" INTEGER,
    "actor" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Generation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LintFinding" (
    "id" UUID NOT NULL,
    "memoryId" UUID NOT NULL,
    "memoryVersion" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "spanStart" INTEGER NOT NULL,
    "spanEnd" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LintFinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewLabel" (
    "id" UUID NOT NULL,
    "trialId" UUID,
    "memoryId" UUID,
    "label" TEXT NOT NULL,
    "note" TEXT,
    "actor" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewLabel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "memoryCount" INTEGER NOT NULL,
    "notes" TEXT,
    "actor" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectId" TEXT,
    "detail" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Task_benchmarkName_name_checksum_key" ON "Task"("benchmarkName", "name", "checksum");

-- CreateIndex
CREATE UNIQUE INDEX "Run_importKey_key" ON "Run"("importKey");

-- CreateIndex
CREATE INDEX "Run_name_idx" ON "Run"("name");

-- CreateIndex
CREATE INDEX "Trial_taskId_idx" ON "Trial"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "Trial_runId_taskId_attempt_key" ON "Trial"("runId", "taskId", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "Memory_importKey_key" ON "Memory"("importKey");

-- CreateIndex
CREATE INDEX "Memory_type_benchmarkName_idx" ON "Memory"("type", "benchmarkName");

-- CreateIndex
CREATE INDEX "Memory_lifecycle_idx" ON "Memory"("lifecycle");

-- CreateIndex
CREATE INDEX "Memory_updatedAt_id_idx" ON "Memory"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Revision_batchId_idx" ON "Revision"("batchId");

-- CreateIndex
CREATE INDEX "Revision_createdAt_idx" ON "Revision"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_memoryId_version_key" ON "Revision"("memoryId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "EmbeddingSpace_model_dimensions_key" ON "EmbeddingSpace"("model", "dimensions");

-- CreateIndex
CREATE INDEX "Embedding_spaceId_idx" ON "Embedding"("spaceId");

-- CreateIndex
CREATE INDEX "Retrieval_memoryId_idx" ON "Retrieval"("memoryId");

-- CreateIndex
CREATE UNIQUE INDEX "Retrieval_trialId_rank_key" ON "Retrieval"("trialId", "rank");

-- CreateIndex
CREATE INDEX "Projection_type_createdAt_idx" ON "Projection"("type", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Projection_spaceId_inputHash_key" ON "Projection"("spaceId", "inputHash");

-- CreateIndex
CREATE INDEX "MetricSnapshot_type_label_createdAt_idx" ON "MetricSnapshot"("type", "label", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "MetricSnapshot_spaceId_inputHash_key" ON "MetricSnapshot"("spaceId", "inputHash");

-- CreateIndex
CREATE INDEX "Job_state_createdAt_idx" ON "Job"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Job_kind_createdAt_idx" ON "Job"("kind", "createdAt");

-- CreateIndex
CREATE INDEX "Generation_state_createdAt_idx" ON "Generation"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Generation_memoryId_idx" ON "Generation"("memoryId");

-- CreateIndex
CREATE INDEX "LintFinding_memoryId_idx" ON "LintFinding"("memoryId");

-- CreateIndex
CREATE INDEX "LintFinding_rule_idx" ON "LintFinding"("rule");

-- CreateIndex
CREATE INDEX "ReviewLabel_trialId_idx" ON "ReviewLabel"("trialId");

-- CreateIndex
CREATE INDEX "ReviewLabel_memoryId_idx" ON "ReviewLabel"("memoryId");

-- CreateIndex
CREATE UNIQUE INDEX "Release_name_key" ON "Release"("name");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_page_name_key" ON "SavedView"("page", "name");

-- CreateIndex
CREATE INDEX "AuditEvent_createdAt_idx" ON "AuditEvent"("createdAt");

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_benchmarkName_fkey" FOREIGN KEY ("benchmarkName") REFERENCES "Benchmark"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trajectory" ADD CONSTRAINT "Trajectory_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "Trial"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Memory" ADD CONSTRAINT "Memory_benchmarkName_fkey" FOREIGN KEY ("benchmarkName") REFERENCES "Benchmark"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Memory" ADD CONSTRAINT "Memory_sourceTrialId_fkey" FOREIGN KEY ("sourceTrialId") REFERENCES "Trial"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_memoryId_fkey" FOREIGN KEY ("memoryId") REFERENCES "Memory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Embedding" ADD CONSTRAINT "Embedding_memoryId_fkey" FOREIGN KEY ("memoryId") REFERENCES "Memory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Embedding" ADD CONSTRAINT "Embedding_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "EmbeddingSpace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Retrieval" ADD CONSTRAINT "Retrieval_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "Trial"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Retrieval" ADD CONSTRAINT "Retrieval_memoryId_fkey" FOREIGN KEY ("memoryId") REFERENCES "Memory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Projection" ADD CONSTRAINT "Projection_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "EmbeddingSpace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetricSnapshot" ADD CONSTRAINT "MetricSnapshot_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "EmbeddingSpace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "Trial"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_memoryId_fkey" FOREIGN KEY ("memoryId") REFERENCES "Memory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LintFinding" ADD CONSTRAINT "LintFinding_memoryId_fkey" FOREIGN KEY ("memoryId") REFERENCES "Memory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewLabel" ADD CONSTRAINT "ReviewLabel_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "Trial"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewLabel" ADD CONSTRAINT "ReviewLabel_memoryId_fkey" FOREIGN KEY ("memoryId") REFERENCES "Memory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Exact scans read whole vectors: kept inline they are 2 to 4 times faster than out of line. MAIN, not PLAIN:
-- a vector of more than 2,000 numbers does not fit a page and must still be storable.
ALTER TABLE "Embedding" ALTER COLUMN "vector" SET STORAGE MAIN;
