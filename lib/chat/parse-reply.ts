import { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { sanitizeForPostgres } from "#lib/shared/sanitize-for-postgres.ts";

/**
 * The JSON of a model's reply, checked. Strict, but for one habit of models: a ```json fence around the whole reply.
 * @returns "invalid" with what is wrong, worded so that the model can mend it
 */
export function parseReply<T>(text: string, schema: z.ZodType<T>): Result<T> {
  const fenced = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?\s*```\s*$/i.exec(text);
  const body = (fenced?.[1] ?? text).trim();
  if (!body) return err("invalid", "the reply is empty");
  let value: unknown;
  try {
    // Models that quote a terminal escape NUL, and are cut inside a character: no database stores either.
    value = sanitizeForPostgres(JSON.parse(body));
  } catch {
    return err("invalid", `the reply is not JSON; it begins: ${shorten(body)}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.length > 0 ? `${z.core.toDotPath(issue.path)}: ` : ""}${issue.message}`,
  );
  return err("invalid", `the JSON has the wrong shape (${problems.slice(0, 5).join("; ")})`);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
