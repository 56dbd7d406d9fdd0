CREATE TABLE "OriginalFile" (
  "hash" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "storedSize" INTEGER NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "OriginalFile_pkey" PRIMARY KEY ("hash")
);
CREATE TABLE "OriginalPart" (
  "hash" TEXT NOT NULL,
  "part" INTEGER NOT NULL,
  "bytes" BYTEA NOT NULL,
  CONSTRAINT "OriginalPart_pkey" PRIMARY KEY ("hash", "part"),
  CONSTRAINT "OriginalPart_hash_fkey" FOREIGN KEY ("hash") REFERENCES "OriginalFile"("hash") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE "TrialOriginal" (
  "trialId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "TrialOriginal_pkey" PRIMARY KEY ("trialId", "kind"),
  CONSTRAINT "TrialOriginal_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "Trial"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "TrialOriginal_hash_fkey" FOREIGN KEY ("hash") REFERENCES "OriginalFile"("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "TrialOriginal_hash_idx" ON "TrialOriginal"("hash");
-- Compressed already: the database's own compression would only cost time.
ALTER TABLE "OriginalPart" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
