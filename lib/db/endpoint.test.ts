import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { endpointOf, prepareEndpoint, socketPath } from "./endpoint.ts";

const folder = mkdtempSync(join(tmpdir(), "carryover-endpoint-"));
const made: string[] = [folder];
afterAll(() => {
  for (const each of made) rmSync(each, { recursive: true, force: true });
});

describe("endpointOf", () => {
  it("is in the data directory where its path is short enough", () => {
    expect(endpointOf("/srv/pool")).toEqual({ host: "/srv/pool/socket", port: 5432 });
  });

  it("is the same short folder every time where it is not", () => {
    const [one, other] = ["a", "b"].map((end) => endpointOf(`/srv/${"deep/".repeat(30)}${end}`));
    expect(one).toEqual(endpointOf(`/srv/${"deep/".repeat(30)}a`));
    expect(one?.host).not.toBe(other?.host);
    if (one) expect(Buffer.byteLength(socketPath(one))).toBeLessThanOrEqual(103);
  });
});

describe("prepareEndpoint", () => {
  it("makes a folder that this user alone may enter, also the second time", () => {
    const endpoint = endpointOf(join(folder, "deep/".repeat(30)));
    made.push(endpoint.host);
    prepareEndpoint(endpoint);
    prepareEndpoint(endpoint);
    expect(statSync(endpoint.host).mode & 0o777).toBe(0o700);
  });

  it("refuses one that others may enter, and a link", () => {
    const open = { host: mkdtempSync(join(folder, "open-")), port: 5432 };
    chmodSync(open.host, 0o755);
    expect(() => prepareEndpoint(open)).toThrow(/this user alone/);
    const link = { host: join(folder, "link"), port: 5432 };
    symlinkSync(open.host, link.host);
    expect(() => prepareEndpoint(link)).toThrow(/this user alone/);
  });
});
