import { Client } from "pg";
import { expect, it } from "vitest";
import { migrate, schemaSql } from "./migrate.ts";
import { testDatabase } from "./testing.ts";

const database = testDatabase();

it("leaves nothing to do on a migrated database", async () => {
  expect(await migrate(database.config)).toEqual([]);
});

/** Everything a schema of the database defines, one line each, without the schema's own name. */
const catalog = `
  SELECT format('column %s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = $1 AND table_name NOT LIKE '\\_%'
  UNION ALL SELECT format('index %s', replace(indexdef, $1 || '.', ''))
    FROM pg_indexes WHERE schemaname = $1 AND tablename NOT LIKE '\\_%'
  UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, replace(pg_get_constraintdef(oid), $1 || '.', ''))
    FROM pg_constraint WHERE connamespace = $1::regnamespace AND contype <> 'n' AND conrelid::regclass::text NOT LIKE '%\\_prisma%'
  UNION ALL SELECT format('enum %s %s', typname, string_agg(enumlabel, ',' ORDER BY enumsortorder))
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid WHERE typnamespace = $1::regnamespace GROUP BY typname
  ORDER BY line`;

it("makes a database that agrees with schema.prisma", async () => {
  const client = new Client(database.config);
  await client.connect();
  async function linesOf(schema: string): Promise<string[]> {
    await client.query(`SET search_path = ${schema}, public`);
    const { rows } = await client.query<{ line: string }>(catalog, [schema]);
    return rows.map((row) => row.line.replaceAll(`${schema}.`, ""));
  }
  await client.query("CREATE SCHEMA expected; SET search_path = expected, public");
  await client.query(await schemaSql(database.config));
  const expected = await linesOf("expected");
  const migrated = await linesOf("public");
  await client.end();
  expect(expected.length).toBeGreaterThan(100);
  expect(migrated).toEqual(expected);
});
