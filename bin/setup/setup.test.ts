import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findChromium } from "./find-chromium.mjs";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { isAtLeast } from "./node-version.mjs";
import { findServers } from "./postgres/find-postgres.mjs";
import { postgresForTests } from "./postgres/postgres-for-tests.mjs";
import { runStep, StepFailed } from "./run-step.mjs";

vi.mock("./postgres/find-postgres.mjs", () => ({ findServers: vi.fn() }));

const folder = mkdtempSync(join(tmpdir(), "carryover-setup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ["22.12.0", true, "the first that will do"],
  ["22.11.9", false, "one minor too old"],
  ["20.20.2", false, "another major"],
  ["24.0.0", true, "a newer major with a lower minor"],
])("isAtLeast(%s, 22.12) is %s: %s", (version, expected) => {
  expect(isAtLeast(version, [22, 12])).toBe(expected);
});

describe("fingerprint", () => {
  beforeEach(() => {
    mkdirSync(join(folder, "src"), { recursive: true });
    writeFileSync(join(folder, "src", "a.ts"), "one");
    writeFileSync(join(folder, "src", "b.ts"), "two");
  });
  const of = (paths = ["src"]) => fingerprint(folder, paths);

  it("is the same for the same files, in whatever order they are named", () => {
    expect(of(["src/b.ts", "src/a.ts"])).toBe(of());
  });

  it.each([
    ["a changed file", () => writeFileSync(join(folder, "src", "a.ts"), "One")],
    ["a new file", () => writeFileSync(join(folder, "src", "c.ts"), "")],
    ["a removed file", () => rmSync(join(folder, "src", "b.ts"))],
  ])("changes with %s", (_what, change) => {
    const before = of();
    change();
    expect(of()).not.toBe(before);
    rmSync(join(folder, "src"), { recursive: true });
  });

  it("passes over what is not there, and what does not count", () => {
    expect(of(["src", "public"])).toBe(of());
    expect(fingerprint(folder, ["src"], (path) => path.endsWith("a.ts"))).toBe(of(["src/a.ts"]));
  });

  it("is known again by its stamp", () => {
    const path = join(folder, "stamp");
    expect(isStamped(path, "one")).toBe(false);
    stamp(path, "one");
    expect([isStamped(path, "one"), isStamped(path, "two")]).toEqual([true, false]);
  });
});

describe("runStep", () => {
  const options = { cwd: folder, quiet: true };

  it("gives the code and what was said, for when it is needed", async () => {
    const script = "console.log('out'); console.error('err'); process.exit(3)";
    const { code, output } = await runStep(process.execPath, ["-e", script], options);
    expect(code).toBe(3);
    expect(output.split("\n").sort()).toEqual(["", "err", "out"]);
  });

  it("says that a program is not there", async () => {
    await expect(runStep("no-such-program", [], options)).rejects.toThrow(StepFailed);
  });

  it("leaves no listener behind", async () => {
    const before = process.listenerCount("SIGTERM");
    await runStep(process.execPath, ["-e", ""], options);
    expect(process.listenerCount("SIGTERM")).toBe(before);
  });
});

describe("what a machine offers the tests", () => {
  it("is installed by the script of CI alone: nothing that npm test loads calls apt", () => {
    const files = filesOf(join(import.meta.dirname, "..", "test.mjs"));
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((file) => /apt-get|setup\/ci\//.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it("says what is missing, and installs nothing", async () => {
    vi.stubEnv("CI", "true");
    vi.stubEnv("CARRYOVER_TEST_DATABASE_URL", "");
    vi.mocked(findServers).mockReturnValue([]);
    expect(await postgresForTests()).toEqual({
      skipped: expect.stringMatching(/^no Postgres server is installed \(install it, or set/),
    });
    vi.mocked(findServers).mockReturnValue([{ binDir: "/pg/bin", hasVector: false }]);
    expect(await postgresForTests()).toEqual({
      skipped: expect.stringMatching(/^pgvector is not installed/),
    });
  });

  it("takes the server that is named", async () => {
    vi.stubEnv("CARRYOVER_TEST_DATABASE_URL", "postgresql://localhost/named");
    expect(await postgresForTests()).toMatchObject({ url: "postgresql://localhost/named" });
  });

  it("takes the browser that is named, and says when it is not there", () => {
    vi.stubEnv("CARRYOVER_CHROMIUM", process.execPath);
    expect(findChromium(folder)).toEqual({ path: process.execPath });
    vi.stubEnv("CARRYOVER_CHROMIUM", "/no/such/browser");
    expect(findChromium(folder)).toEqual({ skipped: expect.stringContaining("/no/such/browser") });
  });

  it.each([
    ["takes what Playwright fetched", true, "path"],
    ["says that none could be fetched", false, "skipped"],
  ])("fetches a browser where there is none, says so first, and %s", (_what, works, answer) => {
    vi.stubEnv("CARRYOVER_CHROMIUM", "");
    const said = vi.spyOn(console, "log").mockImplementation(() => {});
    const home = join(folder, `fetch-${works}`);
    standInForPlaywright(home, works);
    const chromium = findChromium(home, () => undefined);
    expect(chromium).toEqual({
      [answer]: works ? join(home, "install chromium") : expect.stringContaining("set CARRYOVER_CHROMIUM"),
    });
    expect(said.mock.calls.flat().join()).toMatch(/No Chromium .* cache folder .*\n.* CARRYOVER_CHROMIUM/);
    said.mockRestore();
  });
});

/** A Playwright whose browser is a file named for what its command was told, written where fetching works. */
function standInForPlaywright(home: string, works: boolean): void {
  const module = join(home, "node_modules/@playwright/test");
  mkdirSync(module, { recursive: true });
  writeFileSync(join(home, "package.json"), "{}");
  writeFileSync(join(module, "package.json"), '{ "main": "index.js" }');
  const path = JSON.stringify(join(home, "install chromium"));
  writeFileSync(join(module, "index.js"), `exports.chromium = { executablePath: () => ${path} };`);
  const write = 'require("fs").writeFileSync(process.argv.slice(2).join(" "), "")';
  writeFileSync(join(module, "cli.js"), works ? write : "process.exit(1)");
}

/** A file with all that it imports of ours. */
function filesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [...readFileSync(file, "utf8").matchAll(/(?:from |import\()"(\.[^"]+\.mjs)"/g)];
  return [file, ...imports.flatMap(([, path = ""]) => filesOf(join(dirname(file), path), seen))];
}
