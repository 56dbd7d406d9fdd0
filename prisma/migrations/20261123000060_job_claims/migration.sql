-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "claimId" UUID,
ADD COLUMN     "claimedBy" TEXT,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;
