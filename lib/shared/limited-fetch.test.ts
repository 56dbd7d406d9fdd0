import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { isBrokenReply, isTimeout, limitedFetch, ReplyTooLongError } from "./limited-fetch.ts";

const started: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of started.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  started.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const patient = 20_000;
const failureOf = (reply: Promise<unknown>) =>
  reply.then(
    () => null,
    (error: unknown) => error,
  );

describe("limitedFetch", () => {
  it.each([
    ["empty", 0],
    ["one byte short of the limit", 99],
    ["as long as the limit", 100],
  ])("brings a body that is %s, with its status and head", async (_what, length) => {
    const url = await serve((_request, response) => {
      response.writeHead(418, "Short and stout", { "x-kind": "teapot" }).end("x".repeat(length));
    });
    const reply = await limitedFetch({ timeoutMs: patient, bytes: 100 })(url);
    expect([reply.status, reply.statusText, reply.headers.get("x-kind")]).toEqual([
      418,
      "Short and stout",
      "teapot",
    ]);
    expect(await reply.text()).toHaveLength(length);
  });

  it("ends a body that is one byte longer than allowed, in a sentence that names the limit", async () => {
    const url = await serve((_request, response) => response.end("x".repeat(101)));
    const reply = await limitedFetch({ timeoutMs: patient, bytes: 100 })(url);
    const failure = await failureOf(reply.text());
    expect(failure).toBeInstanceOf(ReplyTooLongError);
    expect(String(failure)).toContain("100 bytes");
  });

  it("counts bytes and not letters", async () => {
    const url = await serve((_request, response) => response.end("é".repeat(60)));
    const fetchUpTo = (bytes: number) =>
      limitedFetch({ timeoutMs: patient, bytes })(url).then((r) => r.text());
    expect(await fetchUpTo(120)).toBe("é".repeat(60));
    expect(await failureOf(fetchUpTo(119))).toBeInstanceOf(ReplyTooLongError);
  });

  it("does not wait for the end of a body that has none", async () => {
    const url = await serve((_request, response) => {
      const more = () => response.write("x".repeat(10_000), (error) => !error && setImmediate(more));
      more();
    });
    const reply = await limitedFetch({ timeoutMs: patient, bytes: 50_000 })(url);
    expect(await failureOf(reply.text())).toBeInstanceOf(ReplyTooLongError);
  });

  it("gives up on a server that does not answer, and on one that stops in the middle", async () => {
    const silent = await serve(() => undefined);
    const stalled = await serve((_request, response) => response.write("half"));
    const hasty = limitedFetch({ timeoutMs: 60, bytes: 100 });
    expect(isTimeout(await failureOf(hasty(silent)))).toBe(true);
    expect(isTimeout(await failureOf(hasty(stalled).then((reply) => reply.text())))).toBe(true);
  });

  it("still listens to the signal of whoever asks", async () => {
    const url = await serve(() => undefined);
    const controller = new AbortController();
    const reply = limitedFetch({ timeoutMs: patient, bytes: 100 })(url, { signal: controller.signal });
    controller.abort(new Error("canceled"));
    const failure = await failureOf(reply);
    expect(failure).toEqual(new Error("canceled"));
    expect(isTimeout(failure)).toBe(false);
  });

  it("knows a connection that broke in the middle of a body from one that took too long", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    const failure = await failureOf(
      limitedFetch({ timeoutMs: patient, bytes: 100 })(url).then((r) => r.text()),
    );
    expect([isBrokenReply(failure), isTimeout(failure)]).toEqual([true, false]);
  });
});

it.each([null, undefined, "terminated", new Error("terminated"), new TypeError("fetch failed")])(
  "takes %s for neither a broken reply nor a timeout",
  (error) => {
    expect([isBrokenReply(error), isTimeout(error)]).toEqual([false, false]);
  },
);
