-- A judge's verdicts on a whole benchmark beside the verifier's, as a file gives them: they name no trial.
CREATE TABLE "JudgeAudit" (
    "id" UUID NOT NULL,
    "importKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "benchmark" TEXT NOT NULL,
    "cases" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "JudgeAudit_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "JudgeAudit_importKey_key" ON "JudgeAudit"("importKey");

CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "JudgeAudit"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
