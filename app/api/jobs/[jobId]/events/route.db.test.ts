import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { NodeNextRequest, NodeNextResponse } from "next/dist/server/base-http/node";
import { sendResponse } from "next/dist/server/send-response";
import {
  NextRequestAdapter,
  signalFromNodeResponse,
} from "next/dist/server/web/spec-extension/adapters/next-request";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { GET } from "./route.ts";

const database = testDatabase();
const patient = { timeout: 20_000, interval: 50 };
let server: Server;
let jobId: string;
let looks = 0;

/** A real connection, handed to the route as Next hands it on. */
beforeAll(async () => {
  const job = await database.db.job.create({ data: { kind: "lint", input: {}, actor: "ada" } });
  jobId = job.id;
  const counting = database.db.$extends({
    query: {
      job: {
        $allOperations({ args, query }) {
          looks += 1;
          return query(args);
        },
      },
    },
  });
  Object.assign(globalThis, { carryoverWebDb: counting });
  server = createServer(async (incoming, outgoing) => {
    const [request, response] = [new NodeNextRequest(incoming), new NodeNextResponse(outgoing)];
    const asked = NextRequestAdapter.fromNodeNextRequest(request, signalFromNodeResponse(outgoing));
    const answer = await GET(asked, { params: Promise.resolve({ jobId }) });
    await sendResponse(request, response, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  // A stream that is still followed would keep it open.
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it("follows a job while somebody listens, and stops when the connection drops", async () => {
  const { port } = server.address() as AddressInfo;
  const path = `/api/jobs/${jobId}/events`;
  const listener = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, agent: false }, resolve).on("error", reject);
  });
  listener.on("error", () => undefined);
  let heard = "";
  listener.setEncoding("utf8").on("data", (chunk) => {
    heard += chunk;
  });
  await vi.waitFor(() => expect(heard).toContain(`"id":"${jobId}"`), patient);
  const before = looks;
  await vi.waitFor(() => expect(looks).toBeGreaterThan(before + 1), patient);

  // Cut, not closed: nobody says that they leave.
  listener.socket.resetAndDestroy();
  await sleep(1000);
  const after = looks;
  await sleep(2000);
  expect(looks).toBe(after);
});
