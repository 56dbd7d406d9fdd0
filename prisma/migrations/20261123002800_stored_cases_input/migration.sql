-- Cases are known by a hash of what they were computed from, no longer by a revision of whole tables: an import of other
-- runs leaves them as they are. What is stored is computed anew.
DELETE FROM "StoredCases";
ALTER TABLE "StoredCases" RENAME COLUMN "revision" TO "inputHash";
