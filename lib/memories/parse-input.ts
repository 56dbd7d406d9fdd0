import type { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";

/**
 * Parses the input of a verb.
 * @returns an "invalid" failure with sentences by field; a nested field is named by its path, as in
 * "content.steps.0.action"
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, under = ""): Result<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const path = [under, ...issue.path].filter((part) => part !== "").join(".");
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  const [field, sentences] = Object.entries(fields)[0] ?? ["", []];
  return err("invalid", field ? `${field}: ${sentences[0]}` : (sentences[0] ?? "Check the input."), fields);
}
