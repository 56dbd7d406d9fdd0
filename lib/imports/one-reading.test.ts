import * as fs from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { writeOutputs } from "#lib/testing/harbor-outputs.ts";
import { parseFile, recognizeFile } from "./read-records.ts";
import { walkFiles } from "./walk-files.ts";

vi.mock("node:fs", { spy: true });

it("opens each small file of a trial once at most, and none that its name tells", async () => {
  const root = await mkdtemp(join(tmpdir(), "carryover-once-"));
  try {
    await writeOutputs(root, { arms: ["I-MTL"], tasks: 3, attempts: 1, steps: 5 });
    const { files } = await walkFiles([root]);
    const read = vi.mocked(fs.readFileSync).mockClear();
    const streamed = vi.mocked(fs.createReadStream).mockClear();
    let records = 0;
    for (const file of files)
      for await (const _record of parseFile(file, await recognizeFile(file), null)) records += 1;
    expect(records).toBeGreaterThan(files.length / 2);
    const opened = read.mock.calls.map(([path]) => String(path));
    expect(opened).toHaveLength(new Set(opened).size);
    expect(opened.length + streamed.mock.calls.length).toBeLessThanOrEqual(files.length);
    expect(opened.filter((path) => /\.sh$|test-stdout/.test(path))).toEqual([]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
