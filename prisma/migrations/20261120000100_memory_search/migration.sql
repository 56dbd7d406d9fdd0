-- Words of the searched text, punctuation taken as a break, so that parts of paths and identifiers
-- are found. Cut at 200,000 characters: a tsvector holds at most 1 MB.
ALTER TABLE "Memory" ADD COLUMN "searchVector" tsvector
  GENERATED ALWAYS AS (to_tsvector('simple', regexp_replace(left("title" || ' ' || "searchText", 200000), '[!-/:-@[-`{-~]+', ' ', 'g'))) STORED;

-- CreateIndex
CREATE INDEX "Memory_searchVector_idx" ON "Memory" USING GIN ("searchVector");

-- CreateIndex
CREATE INDEX "Memory_sourceTrialId_idx" ON "Memory"("sourceTrialId");

-- CreateIndex
CREATE INDEX "Memory_createdAt_id_idx" ON "Memory"("createdAt", "id");
