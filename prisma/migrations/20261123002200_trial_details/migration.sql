-- What some sources say of a trial and others don't: tries, tests, language, counts of a harness.
ALTER TABLE "Trial" ADD COLUMN "details" JSONB;
