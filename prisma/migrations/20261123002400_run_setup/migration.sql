-- What a person stated of a run; an import never writes it, so that importing again keeps it.
ALTER TABLE "Run" ADD COLUMN "setup" JSONB;
