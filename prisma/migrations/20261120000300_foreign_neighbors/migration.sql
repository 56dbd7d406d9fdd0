-- AlterTable
ALTER TABLE "MemoryMeasure" ADD COLUMN "foreignNeighbors" DOUBLE PRECISION;
