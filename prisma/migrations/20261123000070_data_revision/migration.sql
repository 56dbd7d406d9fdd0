-- CreateTable
CREATE TABLE "DataChange" (
    "token" DECIMAL(40,0) NOT NULL,
    "area" TEXT NOT NULL,

    CONSTRAINT "DataChange_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE INDEX "DataChange_area_idx" ON "DataChange"("area");

-- Notes that a transaction wrote to a table: one row a transaction and table, seen by others when it commits. The setting
-- is local to the transaction and taken back with a savepoint, as the row is. 60 bits of a random UUID, without its
-- version and variant, so that a database restored from a copy never comes to an old revision with other data.
CREATE FUNCTION "noteDataChange"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted text := 'carryover.changed_' || TG_TABLE_NAME;
BEGIN
  IF current_setting(noted, true) = 'yes' THEN
    RETURN NULL;
  END IF;
  INSERT INTO "DataChange" ("token", "area")
    VALUES (('x' || right(replace(gen_random_uuid()::text, '-', ''), 15))::bit(60)::bigint, TG_TABLE_NAME);
  PERFORM set_config(noted, 'yes', true);
  RETURN NULL;
END $$;

-- Whoever writes: a verb, raw SQL, COPY, psql, a cascade.
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Benchmark"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Task"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Run"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Trial"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Trajectory"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Memory"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "EmbeddingSpace"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Embedding"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Retrieval"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Projection"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "PlacedPoint"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "MetricSnapshot"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "MemoryMeasure"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "LintFinding"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ReviewLabel"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Release"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
CREATE TRIGGER "noteDataChange" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Setting"
  FOR EACH STATEMENT EXECUTE FUNCTION "noteDataChange"();
