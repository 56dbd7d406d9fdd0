import { createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { choosePort } from "./choose-port.ts";

const host = "127.0.0.1";
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** Listens on a port, and gives its number. */
function take(port: number): Promise<number> {
  const server = createServer();
  open.push(server);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => resolve((server.address() as { port: number }).port));
  });
}

it("finds a free port, which can be taken at once", async () => {
  const chosen = await choosePort(host, 0);
  const port = chosen.ok ? chosen.value : 0;
  expect(port).toBeGreaterThan(1023);
  expect(await take(port)).toBe(port);
});

it("keeps to the port that was named", async () => {
  const free = await choosePort(host, 0);
  const port = free.ok ? free.value : 0;
  expect(await choosePort(host, port)).toEqual({ ok: true, value: port });
});

it("says who has a port, and how to choose another", async () => {
  const port = await take(0);
  expect(await choosePort(host, port)).toMatchObject({
    ok: false,
    error: {
      code: "unavailable",
      message: `Port ${port} on ${host} is in use by another program. Stop it, or choose another: npm start -- --port NUMBER`,
    },
  });
});

it("says that an address is not this machine's", async () => {
  // TEST-NET-1 of RFC 5737: no machine has it.
  const chosen = await choosePort("192.0.2.1", 3000);
  expect(chosen.ok ? "" : chosen.error.message).toMatch(
    /^Cannot listen on 192\.0\.2\.1, port 3000 \(EADDRNOTAVAIL\)\. Set HOST to 127\.0\.0\.1/,
  );
});
