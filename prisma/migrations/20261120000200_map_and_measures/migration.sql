-- AlterTable
ALTER TABLE "Projection" ADD COLUMN "filter" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "MetricSnapshot" ADD COLUMN "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "MetricSnapshot" SET "checkedAt" = "createdAt";

-- The same input may be measured again after another one: a history holds it twice.
DROP INDEX "MetricSnapshot_spaceId_inputHash_key";
CREATE INDEX "MetricSnapshot_spaceId_inputHash_idx" ON "MetricSnapshot"("spaceId", "inputHash");

-- CreateTable
CREATE TABLE "PlacedPoint" (
    "projectionId" UUID NOT NULL,
    "memoryId" UUID NOT NULL,
    "x" REAL NOT NULL,
    "y" REAL NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlacedPoint_pkey" PRIMARY KEY ("projectionId","memoryId")
);

-- CreateTable
CREATE TABLE "MemoryMeasure" (
    "memoryId" UUID NOT NULL,
    "spaceId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "lisi" DOUBLE PRECISION,
    "perplexity" DOUBLE PRECISION NOT NULL,
    "invariantShare" DOUBLE PRECISION,
    "inputHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MemoryMeasure_pkey" PRIMARY KEY ("memoryId","spaceId","label")
);

-- CreateIndex
CREATE INDEX "PlacedPoint_memoryId_idx" ON "PlacedPoint"("memoryId");

-- CreateIndex
CREATE INDEX "MemoryMeasure_spaceId_label_idx" ON "MemoryMeasure"("spaceId", "label");

-- AddForeignKey
ALTER TABLE "PlacedPoint" ADD CONSTRAINT "PlacedPoint_projectionId_fkey" FOREIGN KEY ("projectionId") REFERENCES "Projection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlacedPoint" ADD CONSTRAINT "PlacedPoint_memoryId_fkey" FOREIGN KEY ("memoryId") REFERENCES "Memory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemoryMeasure" ADD CONSTRAINT "MemoryMeasure_memoryId_fkey" FOREIGN KEY ("memoryId") REFERENCES "Memory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemoryMeasure" ADD CONSTRAINT "MemoryMeasure_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "EmbeddingSpace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
