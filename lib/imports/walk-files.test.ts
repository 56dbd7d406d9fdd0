import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { walkFiles } from "./walk-files.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "carryover-walk-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string): Promise<void> {
  await mkdir(join(root, path, ".."), { recursive: true });
  await writeFile(join(root, path), path);
}

async function walked(...paths: string[]) {
  const { files, problems } = await walkFiles(paths.length > 0 ? paths : [root]);
  return { paths: files.map((file) => file.path.replace(basename(root), "R")), problems };
}

it("walks in one order and leaves tools' folders out", async () => {
  for (const path of [
    "b/2.json",
    "b/10.json",
    "a.json",
    "node_modules/x/y.json",
    ".git/config",
    ".aider.json",
  ])
    await put(path);
  expect(await walked()).toEqual({
    paths: ["R/.aider.json", "R/a.json", "R/b/10.json", "R/b/2.json"],
    problems: [],
  });
});

it("follows links inside the folder to what was not walked, and none that lead out", async () => {
  await put("real/a.json");
  await put(".git/annex/b.json");
  await symlink(join(root, "real"), join(root, "again"));
  await symlink(join(root, "real/a.json"), join(root, "again.json"));
  await symlink(root, join(root, "real/loop"));
  await symlink(tmpdir(), join(root, "out"));
  await symlink(join(root, ".git/annex/b.json"), join(root, "b.json"));
  const { paths, problems } = await walked();
  expect(paths).toEqual(["R/real/a.json", "R/b.json"]);
  expect(problems.map(({ path, reason }) => [path.replace(basename(root), "R"), reason])).toEqual([
    ["R/out", "This link points outside the folder and was not followed."],
  ]);
});

it("takes the dangling link of a harness for no problem", async () => {
  await put("job/a.json");
  await symlink("/somewhere/else/job", join(root, "current"));
  const { files, problems, deadLinks } = await walkFiles([root]);
  expect(files).toHaveLength(1);
  expect(problems).toEqual([]);
  expect(deadLinks).toEqual([`${basename(root)}/current`]);
});

it("reports a path that is not there and goes on with the others", async () => {
  await put("a.json");
  const { paths, problems } = await walked(join(root, "missing"), root, root);
  expect(paths).toEqual(["R/a.json"]);
  expect(problems).toHaveLength(1);
});

it("takes a single file", async () => {
  await put("a.json");
  expect((await walked(join(root, "a.json"))).paths).toEqual(["a.json"]);
});

it("gives the same files under a folder that can't be opened", async () => {
  await put("a.json");
  await mkdir(join(root, "closed"));
  await chmod(join(root, "closed"), 0o000);
  const { paths } = await walked();
  await chmod(join(root, "closed"), 0o700);
  expect(paths).toEqual(["R/a.json"]);
});

it("stops between two files once it is aborted", async () => {
  for (const path of ["a.json", "b.json"]) await put(path);
  const stop = new AbortController();
  const reason = new Error("Stopped.");
  const seen = vi.spyOn(stop.signal, "throwIfAborted").mockImplementationOnce(() => stop.abort(reason));
  await expect(walkFiles([root], { signal: stop.signal })).rejects.toBe(reason);
  expect(seen).toHaveBeenCalledTimes(2);
});
