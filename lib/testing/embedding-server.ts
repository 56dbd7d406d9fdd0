import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Body = { model: string; input: string[] };
export type Reply = {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  delayMs?: number;
  hangUp?: boolean;
  /** Sent as it is, in place of `body`; a function writes the body by itself. */
  raw?: string | ((response: ServerResponse) => void);
};

const servers: { close: () => void }[] = [];

/** For `afterEach`. */
export function closeServers(): void {
  for (const server of servers.splice(0)) server.close();
}

/** A server on loopback that answers POST /v1/embeddings with what `answer` says of the nth request. */
export async function serve(answer: (body: Body, nth: number, request: IncomingMessage) => Reply) {
  const requests: Body[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Body;
      requests.push(body);
      send(response, answer(body, requests.length, request));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  servers.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return { baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests };
}

function send(
  response: ServerResponse,
  { status = 200, headers = {}, body = {}, delayMs = 0, hangUp, raw }: Reply,
): void {
  if (hangUp) return void response.destroy();
  setTimeout(() => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    if (typeof raw === "function") raw(response);
    else response.end(raw ?? JSON.stringify(body));
  }, delayMs);
}

/** The vector of a text is [its length, 1, 0]; sent in reverse order, as servers may. */
export function vectorsOf({ input }: Body): Reply {
  return {
    body: { data: input.map((text, index) => ({ index, embedding: [text.length, 1, 0] })).reverse() },
  };
}
