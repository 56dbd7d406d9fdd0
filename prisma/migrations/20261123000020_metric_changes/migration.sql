-- AlterTable
ALTER TABLE "MetricSnapshot" ADD COLUMN "change" JSONB;
ALTER TABLE "MetricSnapshot" ADD COLUMN "members" JSONB;

-- Shares are now divided by what noise alone gives, and small labels have none: shares of before are another number.
UPDATE "MemoryMeasure" SET "invariantShare" = NULL;
