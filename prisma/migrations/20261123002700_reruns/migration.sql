-- CreateTable
CREATE TABLE "RerunPlan" (
    "id" UUID NOT NULL,
    "baseRunId" UUID NOT NULL,
    "candidateRunId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "candidateTaskId" UUID NOT NULL,
    "memoryIds" UUID[],
    "detail" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RerunPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RerunResult" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "subset" INTEGER NOT NULL,
    "repeat" INTEGER NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "error" TEXT,
    "costUsd" DOUBLE PRECISION,
    "inputTokens" INTEGER,
    "outputTokens" INTEGER,
    "durationMs" INTEGER,
    "startedAt" TIMESTAMPTZ(3),
    "sourcePath" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RerunResult_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RerunPlan_taskId_idx" ON "RerunPlan"("taskId");

-- CreateIndex
CREATE INDEX "RerunPlan_candidateTaskId_idx" ON "RerunPlan"("candidateTaskId");

-- CreateIndex
CREATE UNIQUE INDEX "RerunResult_planId_identity_key" ON "RerunResult"("planId", "identity");

-- AddForeignKey
ALTER TABLE "RerunResult" ADD CONSTRAINT "RerunResult_planId_fkey" FOREIGN KEY ("planId") REFERENCES "RerunPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "RerunPlan"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "RerunResult"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
