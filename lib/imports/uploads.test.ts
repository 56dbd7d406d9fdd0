import { mkdtemp, readdir, readFile, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUpload, discardUpload, safeParts, uploadFolder, writeUpload } from "./uploads.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "carryover-upload-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

function bodyOf(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream();
}

describe("safeParts", () => {
  it.each([
    ["runs/a/result.json", ["runs", "a", "result.json"], "a path as a browser sends it"],
    ["result.json", ["result.json"], "a file without a folder"],
    ["a..b/c.json", ["a..b", "c.json"], "two dots inside a name are a name"],
    ["../secret", null, "leads out"],
    ["a/../../secret", null, "leads out further down"],
    ["/etc/passwd", null, "absolute"],
    ["a//b", null, "an empty part is a root in disguise"],
    ["a\\..\\b", null, "the other system's separator"],
    ["C:/secret", null, "a drive"],
    ["a\u0000.json", null, "cut off by the system"],
    ["", null, "no name"],
  ] as [string, string[] | null, string][])("%j gives %j: %s", (path, parts) => {
    expect(safeParts(path)).toEqual(parts);
  });
});

describe("an upload", () => {
  it("streams files into its folder and is discarded whole", async () => {
    const id = await createUpload(dataDir);
    expect(await writeUpload(dataDir, { id, path: "pool/a.jsonl", body: bodyOf("{}\n") })).toEqual({
      ok: true,
      value: 3,
    });
    expect(await readFile(join(uploadFolder(dataDir, id), "pool/a.jsonl"), "utf8")).toBe("{}\n");
    expect(await writeUpload(dataDir, { id, path: "empty.txt", body: null })).toEqual({ ok: true, value: 0 });
    await discardUpload(dataDir, id);
    expect(await readdir(join(dataDir, "uploads"))).toEqual([]);
  });

  it("refuses paths that lead out of it", async () => {
    const id = await createUpload(dataDir);
    const result = await writeUpload(dataDir, { id, path: "../../x", body: bodyOf("x") });
    expect(result).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect(await readdir(dataDir)).toEqual(["uploads"]);
  });

  it.each([
    [{ fileBytes: 4, uploadBytes: 100 }, "big.txt is larger than 0 MB"],
    [{ fileBytes: 100, uploadBytes: 7 }, "The upload is larger than 0 MB"],
  ])("stops at its limits %o and keeps nothing of the file", async (limits, sentence) => {
    const id = await createUpload(dataDir);
    await writeUpload(dataDir, { id, path: "ok.txt", body: bodyOf("fine") }, limits);
    const result = await writeUpload(dataDir, { id, path: "big.txt", body: bodyOf("too much") }, limits);
    expect(result).toMatchObject({
      ok: false,
      error: { code: "invalid", message: expect.stringContaining(sentence) },
    });
    expect(await readdir(uploadFolder(dataDir, id))).toEqual(["ok.txt"]);
  });

  it("is refused where there is none of that id", async () => {
    const none = { path: "a", body: bodyOf("a") };
    expect(await writeUpload(dataDir, { ...none, id: "../.." })).toMatchObject({
      error: { code: "invalid" },
    });
    expect(await writeUpload(dataDir, { ...none, id: crypto.randomUUID() })).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("is removed after a day", async () => {
    const old = await createUpload(dataDir);
    const dayBefore = new Date(Date.now() - 25 * 3600 * 1000);
    await utimes(join(dataDir, "uploads", old), dayBefore, dayBefore);
    const young = await createUpload(dataDir);
    expect(await readdir(join(dataDir, "uploads"))).toEqual([young]);
  });
});
