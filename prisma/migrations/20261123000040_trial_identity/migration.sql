-- A trial is known by its own id or content wherever its files lie; null = imported before this was kept.
ALTER TABLE "Trial" ADD COLUMN "identity" TEXT;
CREATE INDEX "Trial_identity_idx" ON "Trial"("identity");
CREATE INDEX "Trial_contentHash_idx" ON "Trial"("contentHash");

-- How many trials an import holds that has begun to write the run and has not ended; null = the run is whole.
ALTER TABLE "Run" ADD COLUMN "unfinishedTrials" INTEGER;
-- What was imported, so that it can be imported again; null = unknown, or an upload that is gone.
ALTER TABLE "Run" ADD COLUMN "importRequest" JSONB;
