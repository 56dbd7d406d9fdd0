import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { reportFolder } from "#lib/imports/report-files.ts";
import { ReportList } from "#lib/imports/report-list.ts";
import { GET } from "./route.ts";

const jobId = "0199c1a1-0000-7000-8000-000000000001";
const items = Array.from({ length: 450 }, (_, n) => ({ file: "pool.jsonl", line: n + 1, reason: "no type" }));
let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "carryover-report-"));
  vi.stubEnv("CARRYOVER_DATA_DIR", dataDir);
  const list = new ReportList<(typeof items)[number]>(reportFolder(dataDir, jobId), "problems");
  for (const item of items) list.push(item);
  list.finish((a, b) => a.line - b.line);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

function read(query: string, of = jobId): Promise<Response> {
  const request = new Request(`http://127.0.0.1:3000/api/jobs/${of}/report${query}`, {
    headers: { host: "127.0.0.1:3000" },
  });
  return GET(request, { params: Promise.resolve({ jobId: of }) });
}

it.each([
  ["the first page", 0, items.slice(0, 200)],
  ["one from the middle", 200, items.slice(200, 400)],
  ["the last, which is shorter", 400, items.slice(400)],
  ["nothing after the end", 450, []],
])("gives %s", async (_what, from, expected) => {
  const answer = await read(`?list=problems&from=${from}`);
  expect([answer.status, await answer.json()]).toEqual([200, { items: expected }]);
});

it.each([
  ["a list that no report has", "?list=secrets&from=0", jobId, 400],
  ["no list", "?from=0", jobId, 400],
  ["a beginning before the first", "?list=problems&from=-1", jobId, 400],
  ["a job without such a list", "?list=plan&from=0", jobId, 404],
  ["another job", "?list=problems&from=0", "0199c1a1-0000-7000-8000-00000000beef", 404],
  ["a path in place of a job", "?list=problems&from=0", "../reports", 404],
])("refuses %s", async (_what, query, of, status) => {
  const answer = await read(query, of);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error: { message: expect.stringMatching(/\.$/) } });
});
