// An OpenAI-compatible server on loopback for tests: no key, no cost, the same answer each time.
// By hand: node lib/testing/model-server.ts 4010, then OPENAI_BASE_URL=http://127.0.0.1:4010/v1
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { testingAnswer, testingVector } from "./model-answers.ts";

export type TestingServer = {
  /** To be given as OPENAI_BASE_URL. */
  url: string;
  /** Bodies and Authorization headers of all requests so far, oldest first. */
  requests: { path: string; authorization: string; body: Record<string, unknown> }[];
  close: () => Promise<void>;
};

/**
 * Behaviors: write `[[mode:bad]]` into any text of a request, or `?mode=bad` into its URL.
 *   bad        prose instead of JSON, always        bad-once   prose first, JSON when asked again
 *   fenced     JSON in a code fence                 slow       answers after three seconds
 *   429        over the limit, always               429-once   over the limit at first, Retry-After 0
 *   401        refuses the key and echoes it        404        knows no such model
 *   500        fails, always
 *   no-schema  refuses `response_format`            empty      a reply without text
 */
export async function startTestingServer(port = 0): Promise<TestingServer> {
  const requests: TestingServer["requests"] = [];
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    void serve(request, response, requests, seen);
  });
  await new Promise<void>((resume) => server.listen(port, "127.0.0.1", resume));
  const address = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${address.port}/v1`, requests, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resume) => server.close(() => resume()));
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  requests: TestingServer["requests"],
  seen: Set<string>,
): Promise<void> {
  let text = "";
  for await (const chunk of request) text += chunk;
  const body = JSON.parse(text || "{}") as Record<string, unknown>;
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const authorization = request.headers.authorization ?? "";
  requests.push({ path: url.pathname, authorization, body });
  const mode = url.searchParams.get("mode") ?? /\[\[mode:([\w-]+)\]\]/.exec(text)?.[1] ?? "good";
  const first = !seen.has(`${mode}${JSON.stringify(body["messages"] ?? body["input"])}`);
  seen.add(`${mode}${JSON.stringify(body["messages"] ?? body["input"])}`);
  if (mode === "slow") await new Promise((resume) => setTimeout(resume, 3000));
  const refusal = refusalOf(mode, first, body, authorization);
  if (refusal) return send(response, refusal.status, { error: { message: refusal.message } });
  if (url.pathname.endsWith("/embeddings")) return send(response, 200, embeddingsReply(body));
  if (url.pathname.endsWith("/chat/completions")) return send(response, 200, completionReply(body, mode));
  send(response, 404, { error: { message: `No such path: ${url.pathname}` } });
}

function refusalOf(mode: string, first: boolean, body: Record<string, unknown>, authorization: string) {
  if (mode === "429" || (mode === "429-once" && first)) return { status: 429, message: "Too many requests" };
  if (mode === "401") return { status: 401, message: `Wrong key: ${authorization}` };
  if (mode === "404") return { status: 404, message: "No such model" };
  if (mode === "500") return { status: 500, message: "The model fell over" };
  if (mode === "no-schema" && body["response_format"]) {
    return { status: 400, message: "response_format is not supported" };
  }
  return null;
}

function completionReply(body: Record<string, unknown>, mode: string) {
  const messages = (body["messages"] ?? []) as { role: string; content: string }[];
  const again = messages.some((message) => message.role === "assistant");
  const json = testingAnswer(body, messages.map((message) => message.content).join("\n"));
  const contents: Record<string, string> = {
    bad: "Sure! Here is a memory that I think will help.",
    "bad-once": again ? json : "Sure! Here is a memory that I think will help.",
    fenced: `\`\`\`json\n${json}\n\`\`\``,
    empty: "",
  };
  const content = contents[mode] ?? json;
  return {
    id: "chatcmpl-testing",
    object: "chat.completion",
    created: 0,
    model: body["model"],
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  };
}

function embeddingsReply(body: Record<string, unknown>) {
  const input = body["input"];
  const texts = (Array.isArray(input) ? input : [input]) as string[];
  return {
    object: "list",
    model: body["model"],
    data: texts.map((text, index) => ({ object: "embedding", index, embedding: testingVector(text) })),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json",
    ...(status === 429 ? { "retry-after": "0" } : {}),
  });
  response.end(JSON.stringify(body));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startTestingServer(Number(process.argv[2] ?? 4010));
  console.log(server.url);
}
