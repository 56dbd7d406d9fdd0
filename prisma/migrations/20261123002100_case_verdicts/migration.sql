-- On which evidence a revision was written: the case of a comparison, its effect and the tasks that were lost.
ALTER TABLE "Revision" ADD COLUMN "evidence" JSONB;

-- What a person says of a case of a comparison, once each case: the row as it is now. The audit rows hold what it was before.
CREATE TABLE "CaseVerdict" (
    "id" UUID NOT NULL,
    "baseRunId" UUID NOT NULL,
    "candidateRunId" UUID NOT NULL,
    "caseKey" TEXT NOT NULL,
    "memoryIds" UUID[],
    "verdict" TEXT NOT NULL,
    "note" TEXT,
    "actor" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseVerdict_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "CaseVerdict_baseRunId_candidateRunId_caseKey_key" ON "CaseVerdict"("baseRunId", "candidateRunId", "caseKey");
CREATE INDEX "CaseVerdict_candidateRunId_idx" ON "CaseVerdict"("candidateRunId");

ALTER TABLE "CaseVerdict" ADD CONSTRAINT "CaseVerdict_baseRunId_fkey" FOREIGN KEY ("baseRunId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CaseVerdict" ADD CONSTRAINT "CaseVerdict_candidateRunId_fkey" FOREIGN KEY ("candidateRunId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "CaseVerdict"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
