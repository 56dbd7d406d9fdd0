import { readdirSync, readFileSync } from "node:fs";
import { request as httpRequest, type RequestOptions } from "node:http";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

// Every address there is, asked for in ways that no page of ours would.

const root = join(import.meta.dirname, "..");
const nobody = "0199c1a1-0000-7000-8000-00000000beef";
const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" });
const addresses = files
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => `/${file.replace(/(^|\/)(page\.tsx|route\.ts)$/, "").replaceAll(/\([^)]*\)\/?/g, "")}`)
  .map((address) => address.replace(/(.)\/$/, "$1"));
// It takes POST alone, and is tested beside its source.
const asked = addresses.filter((address) => address !== "/api/import");
const withId = addresses.filter((address) => address.includes("["));
const named = (address: string, id: string) => address.replaceAll(/\[\w+\]/g, id);

test("the list of addresses is whole", () => {
  expect(addresses).toEqual(expect.arrayContaining(["/", "/memories", "/runs/[runId]", "/api/export"]));
  expect(withId.length).toBeGreaterThan(8);
});

for (const address of withId) {
  test(`${address} answers 404 for what it does not know`, async ({ request }) => {
    for (const id of [nobody, "x", "..%2f..", "é", "1e999"]) {
      // A list of a report is named in the query.
      const query = address.endsWith("/report") ? "?list=problems&from=0" : "";
      expect((await request.get(`${named(address, id)}${query}`)).status(), id).toBe(404);
    }
    const long = (await request.get(named(address, "x".repeat(300)))).status();
    expect([404, 414]).toContain(long);
  });
}

for (const address of [
  `/compare?base=${nobody}&cand=${nobody}`,
  `/compare/task?base=${nobody}&cand=${nobody}&task=${nobody}`,
  `/map/effects?base=${nobody}&cand=${nobody}`,
  `/map/versions?a=${nobody}`,
  `/api/compare/csv?base=${nobody}&cand=${nobody}`,
  `/suspects?base=${nobody}&cand=${nobody}`,
  `/suspects/case?memory=${nobody}`,
  `/api/suspects?base=${nobody}&cand=${nobody}`,
  `/api/suspects/case?memory=${nobody}`,
  "/favicon.icoX",
]) {
  test(`${address.split("?")[0]} answers 404 for what its query does not know`, async ({ request }) => {
    expect((await request.get(address)).status()).toBe(404);
  });
}

const oddities: [string, string, number[]][] = [
  ["NUL", "?q=a%00b&page=1", [400]],
  ["a page that no number holds", "?page=99999999999999999999", [400]],
  ["a page far beyond the last", "?page=999999999", [200, 307, 400, 404, 405]],
  ["a page before the first", "?page=-7", [200, 400, 404, 405]],
  ["a page that is no number", "?page=1e5&k=NaN&steps=-1", [200, 400, 404, 405]],
  ["words that are not text", "?q=%F0%28&task=%F0%28", [200, 400, 404, 405]],
  ["a long word", `?q=${"x".repeat(13_000)}`, [414]],
  ["ids that are none", "?ids=x,y&run=x&base=x&cand=x&memory=x&trial=x&task=x&a=x", [200, 400, 404, 405]],
];
for (const [what, query, statuses] of oddities) {
  test(`${what}: no address breaks`, async ({ request }) => {
    for (const address of asked) {
      const response = await request.get(`${named(address, nobody)}${query}`, { maxRedirects: 0 });
      expect([...statuses, ...(withId.includes(address) ? [400, 404] : [])], address).toContain(
        response.status(),
      );
    }
  });
}

test("bodies that are too much, or not what is asked for, are refused at once", async ({
  request,
  baseURL,
}) => {
  const big = Buffer.alloc(20_000_000, "x");
  for (const address of ["/memories", "/api/export", "/favicon.icoX"]) {
    expect((await request.post(address, { data: big })).status(), address).toBe(413);
  }
  expect(
    (await request.post("/api/export", { data: "text", headers: { "content-type": "text/plain" } })).status(),
  ).toBe(400);
  expect(
    await statusOf(`${baseURL}/memories`, { method: "POST", headers: { "transfer-encoding": "chunked" } }),
  ).toBe(411);
});

test("another name for this machine is refused everywhere, also for an action at an address that is none", async ({
  baseURL,
}) => {
  const host = "rebound.example:80";
  for (const address of [
    ...asked.map((each) => named(each, nobody)),
    "/favicon.icoX",
    "/_next/static/x",
    "/api/importX",
  ]) {
    expect(await statusOf(`${baseURL}${address}`, { headers: { host } }), address).toBe(403);
  }
  const manifest = JSON.parse(
    readFileSync(join(root, ".next/server/server-reference-manifest.json"), "utf8"),
  );
  const actions = Object.entries<{ exportedName?: string }>(manifest.node);
  const [id] = actions.find(([, { exportedName }]) => exportedName === "findMemoriesAction") ?? [];
  const search = (headers: Record<string, string>) =>
    statusOf(
      `${baseURL}/favicon.icoX`,
      {
        method: "POST",
        headers: { "next-action": String(id), "content-type": "text/plain;charset=UTF-8", ...headers },
      },
      '["test"]',
    );
  expect(await search({})).not.toBe(403);
  expect(await search({ host })).toBe(403);
  expect(await search({ origin: "http://rebound.example" })).toBe(403);
});

/** The status of an answer; with a Host of one's own, which a browser would not send. */
function statusOf(address: string, options: RequestOptions, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(address, { agent: false, ...options }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
