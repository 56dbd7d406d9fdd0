import type { RequestHeaders } from "./foreign-request.ts";

/** What a request is answered with that is not looked at any further. */
export type Refusal = { status: number; message: string };

const longestAddress = 14_000;
const longestParameter = 12_000;
const mostParameters = 100;
const longestName = 200;
/** Of an action or a form: the ids of 100,000 memories are 4 MB. Uploads have limits of their own. */
export const mostBodyBytes = 5_000_000;
/** Parameters that count something: beyond nine digits the database has no such number. */
const counts = new Set(["page", "pageSize", "k", "steps", "a", "b", "tasks", "perplexity"]);

/**
 * Why a request is too much, or not text, to be looked at: from its address and headers alone, before anything is
 * parsed. Null when it is neither.
 * @param address path and query as they were sent
 */
export function requestRefusal(method: string, address: string, headers: RequestHeaders): Refusal | null {
  return addressRefusal(address) ?? bodyRefusal(method, headers);
}

function addressRefusal(address: string): Refusal | null {
  if (address.length > longestAddress) {
    return refusal(414, `The address is longer than ${longestAddress} characters. Narrow the selection.`);
  }
  const [path = "", query = ""] = splitOnce(address, "?");
  const parts = query.split("&");
  if (parts.length > mostParameters)
    return refusal(400, `An address holds up to ${mostParameters} parameters.`);
  for (const segment of path.split("/")) {
    const text = decoded(segment);
    if (text === null) return notText;
    if (text.length > longestName)
      return refusal(404, "There is no page at this address: its name is too long.");
  }
  for (const part of parts) {
    const found = parameterRefusal(part);
    if (found) return found;
  }
  return null;
}

/** A query is read as the URL standard reads it: a % that begins no byte is a percent sign, "100%" as it was typed. */
function parameterRefusal(part: string): Refusal | null {
  const [[name, value] = ["", ""]] = new URLSearchParams(part);
  if (`${name}${value}`.includes("\u0000")) return notText;
  if (value.length > longestParameter) {
    return refusal(414, `A parameter is longer than ${longestParameter} characters. Shorten it.`);
  }
  if (counts.has(name) && /^[+-]?\d{10,}$/.test(value.trim())) {
    return refusal(400, `${name} is a number of up to nine digits.`);
  }
  return null;
}

function bodyRefusal(method: string, headers: RequestHeaders): Refusal | null {
  if (method === "GET" || method === "HEAD") return null;
  const length = headers.get("content-length");
  if (length === null && headers.get("transfer-encoding")) {
    return refusal(411, "Say the length of the body in Content-Length.");
  }
  if (Number(length ?? 0) > mostBodyBytes) {
    return refusal(
      413,
      `A request holds up to ${mostBodyBytes / 1_000_000} MB. Choose fewer, or use the command line.`,
    );
  }
  return null;
}

const notText = refusal(
  400,
  "The address is not text: a % is not followed by two digits of UTF-8, or it holds a NUL.",
);

function refusal(status: number, message: string): Refusal {
  return { status, message };
}

/** Null for what no text can come of. */
function decoded(text: string): string | null {
  try {
    const plain = decodeURIComponent(text);
    return plain.includes("\u0000") ? null : plain;
  } catch {
    return null;
  }
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
