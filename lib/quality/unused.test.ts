import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "./module-graph.ts";

const knip = join(root, "node_modules/knip/bin/knip.js");
const options = ["--no-progress", "--no-config-hints", "--reporter", "compact"];

/** What knip finds: nothing, or a line for each file with the names that nobody uses. */
async function findUnused(directory: string): Promise<string> {
  const run = promisify(execFile)(process.execPath, [knip, ...options, "--directory", directory], {
    env: { ...process.env, NO_COLOR: "1" },
  });
  // knip exits with 1 where it found something.
  const { stdout, stderr } = await run.catch((error) => error as { stdout: string; stderr: string });
  return `${stdout}${stderr}`.trim();
}

it("has no file, export, type or package that nothing uses (delete it, or un-export it; see knip.json)", async () => {
  expect(await findUnused(root)).toBe("");
});

it("finds an export that nothing uses", async () => {
  const folder = mkdtempSync(join(tmpdir(), "carryover-knip-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "name": "x", "main": "a.js", "type": "module" }');
    writeFileSync(join(folder, "a.js"), 'import { used } from "./b.js";\nused();\n');
    writeFileSync(join(folder, "b.js"), "export function used() {}\nexport function unused() {}\n");
    expect(await findUnused(folder)).toMatch(/^Unused exports \(1\)\nb\.js: unused$/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
