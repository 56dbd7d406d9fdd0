-- What is said of a memory by the newest run that was shown it: derived from runs, trials, tasks and retrievals, and written
-- anew when they have changed. No foreign key: rows of a memory that is gone join nothing, and go with the next writing.
CREATE TABLE "MemoryEffect" (
    "memoryId" UUID NOT NULL,
    "effect" DOUBLE PRECISION NOT NULL,
    "q" DOUBLE PRECISION,
    "lost" INTEGER NOT NULL,
    "gained" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,

    CONSTRAINT "MemoryEffect_pkey" PRIMARY KEY ("memoryId")
);

-- The revision that a derived table was computed from, and a hash of what it holds.
CREATE TABLE "DerivedTable" (
    "name" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,

    CONSTRAINT "DerivedTable_pkey" PRIMARY KEY ("name")
);
