import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { childEnvironment } from "#lib/env.ts";

const folder = mkdtempSync(join(tmpdir(), "carryover-launch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type End = { code: number | null; told: string };

/** Launches in a process of its own, with a build that would be seen in the output. */
function launchWith(variables: Record<string, string>, args: string[] = []): Promise<End> {
  const file = JSON.stringify(pathToFileURL(join(import.meta.dirname, "launch.ts")).href);
  const script = `const { launch } = await import(${file});
    process.exit(await launch(${JSON.stringify(args)}, async () => console.log("BUILD")));`;
  const flags = ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", script];
  const env = childEnvironment({
    DATABASE_URL: "",
    HOST: "",
    PORT: "0",
    CARRYOVER_DATA_DIR: join(folder, "data"),
    ...variables,
  });
  const child = spawn(process.execPath, flags, { cwd: folder, env });
  let told = "";
  child.stdout.on("data", (chunk) => {
    told += chunk;
  });
  child.stderr.on("data", (chunk) => {
    told += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, told })));
}

describe("what stops a start before anything slow is done, in one sentence", () => {
  it.each([
    ["a port that is none", { PORT: "http" }, /PORT must be a number/],
    ["another machine's address", { HOST: "0.0.0.0" }, /HOST 0\.0\.0\.0 is refused/],
    [
      "an address that is none",
      { DATABASE_URL: "mysql://me@host/db" },
      /DATABASE_URL is not a Postgres address/,
    ],
    [
      "a server that nobody runs",
      { DATABASE_URL: "postgresql://me:hunter2@127.0.0.1:9/pool" },
      /Cannot reach DATABASE_URL \(127\.0\.0\.1:9\/pool\): .*ECONNREFUSED.*unset DATABASE_URL/,
    ],
    [
      "a data directory below a file",
      { CARRYOVER_DATA_DIR: "/dev/null/data" },
      /Cannot create the data directory/,
    ],
  ])("%s", async (_what, variables, sentence) => {
    const { code, told } = await launchWith(variables);
    expect(told).toMatch(sentence);
    expect(told.trim().split("\n")).toHaveLength(1);
    expect(told).not.toMatch(/hunter2|BUILD/);
    expect(code).toBe(1);
  });

  it("a taken port", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    const { code, told } = await launchWith({ PORT: port });
    server.close();
    expect(told).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is in use`));
    expect(code).toBe(1);
  });

  it("a data directory that another process holds", async () => {
    const data = join(folder, "held");
    mkdirSync(data);
    writeFileSync(join(data, "database.lock"), `${process.pid}\n`);
    const { code, told } = await launchWith({ CARRYOVER_DATA_DIR: data });
    expect(told).toMatch(new RegExp(`in use by process ${process.pid}`));
    expect(code).toBe(1);
  });
});

it("explains itself without starting anything", async () => {
  const { code, told } = await launchWith({}, ["--help"]);
  expect(told).toMatch(/^Usage: npm start/);
  expect(code).toBe(0);
});
