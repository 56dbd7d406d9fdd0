import { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";

/** What came back for one text: its vector, or why there is none. */
export type Answer = Float32Array | string;

/** pgvector's limit; no model comes near it. */
const mostDimensions = 16_000;

const envelope = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.unknown() })) });

/**
 * Reads the body of an embeddings reply. Which text a vector belongs to must be beyond doubt: every index is there
 * exactly once, else nothing of the reply is used. A vector that is no direction (zeros, not finite) is a failure of
 * its text alone.
 * @param dimensions length that earlier vectors had; 0 = not known yet
 * @returns one answer a text, in order; "unavailable", with a part of a sentence, when the reply as a whole is of no use
 */
export function readReply(body: unknown, count: number, dimensions: number): Result<Answer[]> {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return err("unavailable", "sent something other than a list of vectors");
  const { data } = parsed.data;
  const answers = new Map<number, Answer>();
  for (const { index, embedding } of data) {
    if (index < 0 || index >= count) {
      return err("unavailable", `numbered a vector ${index} where ${count} texts were sent`);
    }
    if (answers.has(index)) return err("unavailable", `sent two vectors with the number ${index}`);
    answers.set(index, readVector(embedding));
  }
  if (answers.size !== count) return err("unavailable", `sent ${data.length} vectors for ${count} texts`);
  return sameLength(
    Array.from({ length: count }, (_, index) => answers.get(index) as Answer),
    dimensions,
  );
}

function sameLength(answers: Answer[], dimensions: number): Result<Answer[]> {
  const lengths = new Set(answers.flatMap((answer) => (typeof answer === "string" ? [] : [answer.length])));
  const [length] = lengths;
  if (lengths.size > 1) return err("unavailable", `sent vectors of ${[...lengths].join(" and ")} numbers`);
  if (dimensions && length && length !== dimensions) {
    return err(
      "unavailable",
      `changed from ${dimensions} to ${length} dimensions: it serves another model now`,
    );
  }
  return ok(answers);
}

function readVector(embedding: unknown): Answer {
  if (!Array.isArray(embedding) || embedding.length === 0) return "the server sent no list of numbers for it";
  if (embedding.length > mostDimensions) return `the server sent ${embedding.length} numbers for it`;
  const numbers: unknown[] = embedding;
  if (!numbers.every((value) => typeof value === "number"))
    return "its vector holds something other than numbers";
  const vector = Float32Array.from(numbers as number[]);
  if (!vector.every(Number.isFinite)) return "its vector holds a number that is not finite";
  if (vector.every((value) => value === 0)) return "its vector is all zeros: it has no direction to compare";
  return vector;
}
