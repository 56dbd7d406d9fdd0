-- Another name of a benchmark, as a person said. Names equal but for spelling need no row.
CREATE TABLE "BenchmarkAlias" (
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "benchmarkName" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "moved" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BenchmarkAlias_pkey" PRIMARY KEY ("name")
);
CREATE INDEX "BenchmarkAlias_key_idx" ON "BenchmarkAlias"("key");
ALTER TABLE "BenchmarkAlias" ADD CONSTRAINT "BenchmarkAlias_benchmarkName_fkey"
    FOREIGN KEY ("benchmarkName") REFERENCES "Benchmark"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What two spellings of one benchmark have in common. lib/benchmarks/benchmark-key.ts says the same and tells why,
-- a test holds the two together.
CREATE FUNCTION benchmark_key(given TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(replace(regexp_replace(
        translate(lower(normalize(given, NFKC) COLLATE "C"),
            E' \t\n\r.,:\u003b/\\_''"`()[]{}\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u200b\u200c\u200d\ufeff',
            repeat('-', 31)),
        '([0-9])-+(?=[0-9])', '\1.', 'g'), '-', ''), ''), given)
$$;

-- The key of the benchmark that a name stands for, aliases followed.
CREATE FUNCTION benchmark_identity(given TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
    SELECT benchmark_key(coalesce(
        (SELECT a."benchmarkName" FROM "BenchmarkAlias" a WHERE a."key" = benchmark_key(given) LIMIT 1), given))
$$;
