import { Prisma } from "#lib/db/generated/client.ts";
import { searchQuery } from "./where.ts";

/** A text in small letters with single spaces for whatever stands between its words, as the column of words has it. */
function plain(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`lower(regexp_replace(' ' || ${text}, '[[:space:]!-/:-@[-\`{-~]+', ' ', 'g'))`;
}

/**
 * How well "Memory" m answers a search text: 0 = its title holds the words as a phrase (the last may be unfinished),
 * 1 = its title holds them all, 2 = they stand elsewhere; null = the text has no word.
 */
export function relevanceSql(q: string): Prisma.Sql | null {
  const query = searchQuery(q);
  if (query === null) return null;
  // A letter-by-letter look first: it is cheap, and most titles end there.
  const somewhere = [...query.matchAll(/'([^']+)'/g)].map(
    ([, word]) => Prisma.sql`position(${word}::text in lower(m."title")) > 0`,
  );
  const phrase = Prisma.sql`rtrim(${plain(Prisma.sql`${q}::text`)})`;
  return Prisma.sql`(CASE WHEN NOT (${Prisma.join(somewhere, " AND ")}) THEN 2
    WHEN position(${phrase} in ${plain(Prisma.sql`m."title"`)}) > 0 THEN 0
    WHEN to_tsvector('simple', ${plain(Prisma.sql`m."title"`)}) @@ to_tsquery('simple', ${query}) THEN 1
    ELSE 2 END)`;
}
