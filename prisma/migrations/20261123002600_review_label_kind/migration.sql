-- What a label answers, and when its author took it back. Labels are never rewritten: a new one replaces the last.
ALTER TABLE "ReviewLabel" ADD COLUMN "kind" TEXT, ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3);
