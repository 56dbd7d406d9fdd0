import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { POST } from "./route.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "carryover-route-"));
  vi.stubEnv("CARRYOVER_DATA_DIR", dataDir);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(dataDir, { recursive: true, force: true });
});

function post(query: string, body: string | null, headers: Record<string, string> = {}): Promise<Response> {
  const own = { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", ...headers };
  return POST(
    new Request(`http://127.0.0.1:3000/api/import${query}`, { method: "POST", body, headers: own }),
    undefined,
  );
}

it("opens an upload and takes files into it", async () => {
  const opened = await post("", null);
  const { uploadId } = (await opened.json()) as { uploadId: string };
  const sent = await post(`?${new URLSearchParams({ upload: uploadId, path: "pool/a b&c.jsonl" })}`, "{}\n");
  expect([sent.status, await sent.json()]).toEqual([200, { bytes: 3 }]);
  expect(await readFile(join(dataDir, "uploads", uploadId, "upload/pool/a b&c.jsonl"), "utf8")).toBe("{}\n");
});

it.each([
  [{ upload: crypto.randomUUID(), path: "a.json" }, {}, 404, "no upload of that id"],
  [{ upload: "../..", path: "a.json" }, {}, 400, "an id that is a path"],
  [{ upload: crypto.randomUUID(), path: "../a.json" }, {}, 400, "a name that leads out"],
  [{ upload: crypto.randomUUID() }, {}, 400, "a file without a name"],
  [{}, { origin: "http://evil.example" }, 403, "another site's page"],
  [{}, { host: "evil.example" }, 403, "another name for this machine"],
] as [Record<string, string>, Record<string, string>, number, string][])(
  "answers %j with headers %j by %i: %s",
  async (query, headers, status) => {
    const response = await post(
      Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : "",
      "x",
      headers,
    );
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/\.$/) } });
  },
);
