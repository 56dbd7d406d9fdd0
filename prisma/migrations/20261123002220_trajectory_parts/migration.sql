-- The steps of a long trajectory behind its first megabytes: one value of 50 MB takes many times that to write and read.
CREATE TABLE "TrajectoryPart" (
    "trialId" UUID NOT NULL,
    "firstStep" INTEGER NOT NULL,
    "steps" JSONB NOT NULL,
    CONSTRAINT "TrajectoryPart_pkey" PRIMARY KEY ("trialId", "firstStep"),
    CONSTRAINT "TrajectoryPart_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "Trajectory"("trialId") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "TrajectoryPart"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
