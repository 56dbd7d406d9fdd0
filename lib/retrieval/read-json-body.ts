/** Three texts of 32,000 characters, each character escaped, and room to spare. */
export const longestBody = 1 << 20;

type Read = { ok: true; value: unknown } | { ok: false; status: 400 | 413 | 415; message: string };

/** The JSON that a request carries. It must say that it is JSON, and is read no further than it may be long. */
export async function readJsonBody(request: Request): Promise<Read> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    return { ok: false, status: 415, message: "Send JSON, with the header Content-Type: application/json." };
  }
  const tooLong = {
    ok: false,
    status: 413,
    message: "A request has at most 1 MB: shorten its texts.",
  } as const;
  if (Number(request.headers.get("content-length") ?? 0) > longestBody) return tooLong;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > longestBody) return tooLong;
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch {
    return { ok: false, status: 400, message: "The body is not valid JSON: check its quotes and commas." };
  }
}
