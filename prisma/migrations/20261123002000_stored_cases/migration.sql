-- CreateTable
CREATE TABLE "StoredCases" (
    "baseId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "options" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "cases" JSONB NOT NULL,

    CONSTRAINT "StoredCases_pkey" PRIMARY KEY ("baseId", "candidateId", "options")
);
