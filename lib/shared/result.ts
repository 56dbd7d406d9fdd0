/** Why an expected failure failed; the transport edge maps it to an exit code or an HTTP status. */
export type FailureCode =
  /** The input does not parse or breaks a rule; `fields` says where. */
  | "invalid"
  | "not_found"
  /** Someone else wrote first: the version seen is not the newest. */
  | "conflict"
  /** The actor may not do this. */
  | "forbidden"
  /** Something outside is missing or down: a key, a server, an extension. */
  | "unavailable"
  | "canceled";

export type Failure = {
  code: FailureCode;
  /** One sentence that says what to do. */
  message: string;
  /** Field name to sentences, for forms. */
  fields?: Record<string, string[]>;
};

/** An expected failure is a value; a bug throws. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function err(
  code: FailureCode,
  message: string,
  fields?: Record<string, string[]>,
): { ok: false; error: Failure } {
  return { ok: false, error: fields ? { code, message, fields } : { code, message } };
}
