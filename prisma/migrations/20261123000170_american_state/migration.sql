-- "canceled", as the rest of the code spells it.
ALTER TYPE "JobState" RENAME VALUE 'cancelled' TO 'canceled';
