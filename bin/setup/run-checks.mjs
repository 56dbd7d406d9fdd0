import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { findChromium } from "./find-chromium.mjs";
import { postgresForTests } from "./postgres/postgres-for-tests.mjs";
import { runStep } from "./run-step.mjs";

/**
 * Runs every check in order, a failed one included in the count, and prints the totals last.
 * @param {string} root folder of the project
 * @returns {Promise<number>} exit code
 */
export async function runChecks(root) {
  const reports = mkdtempSync(join(tmpdir(), "carryover-tests-"));
  const checks = new Checks(root, reports);
  try {
    await checks.program("Style and lint (Biome)", "@biomejs/biome/bin/biome", ["ci"]);
    await checks.types();
    await checks.vitest("Unit tests", ["--project", "unit"]);
    await checks.vitest("Database tests on the embedded database", ["--project", "database (embedded)"]);
    await checks.postgres();
    await checks.realData();
    await checks.browser();
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  return checks.summarize();
}

class Checks {
  passed = 0;
  failed = 0;
  skipped = [];

  constructor(root, reports) {
    this.root = root;
    this.reports = reports;
  }

  /** Runs one of the installed programs; it counts as one check. */
  async program(title, file, args, env = {}) {
    announce(title);
    const path = join(this.root, "node_modules", file);
    const { code } = await runStep(process.execPath, [path, ...args], { cwd: this.root, env });
    this.count(code === 0);
    return code === 0;
  }

  async types() {
    await this.program("Route types (next typegen)", "next/dist/bin/next", ["typegen"], {
      NEXT_TELEMETRY_DISABLED: "1",
    });
    await this.program("Types (tsc)", "typescript/bin/tsc", ["--noEmit", "-p", "."]);
  }

  /** Runs a part of the Vitest suite; every test counts. */
  async vitest(title, args, env = {}) {
    announce(title);
    const report = join(this.reports, `${title.replace(/\W+/g, "-")}.json`);
    const path = join(this.root, "node_modules", "vitest", "vitest.mjs");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code } = await runStep(process.execPath, [path, "run", ...reporters, ...args], {
      cwd: this.root,
      env,
    });
    const result = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
    this.add(result.numPassedTests ?? 0, result.numFailedTests ?? 0, code);
  }

  async postgres() {
    const title = "Database tests on Postgres";
    const server = await this.prepare(title, postgresForTests);
    if ("skipped" in server) return this.skip(title, server.skipped);
    try {
      const env = { CARRYOVER_TEST_DATABASE_URL: server.url };
      await this.vitest(title, ["--project", "database (Postgres)"], env);
    } finally {
      await server.stop();
    }
  }

  async realData() {
    const title = "Tests on real data";
    if (!process.env.CARRYOVER_REAL_DATA) {
      return this.skip(title, "CARRYOVER_REAL_DATA names no folder of real runs and memories");
    }
    await this.vitest(title, ["--config", "vitest.real.config.ts"]);
  }

  async browser() {
    announce("Production build (next build)");
    const built = await ensureBuilt(this.root).then(
      () => true,
      (error) => {
        console.error(error.message);
        return false;
      },
    );
    this.count(built);
    const title = "Journeys in a browser (Playwright)";
    if (!built) return this.skip(title, "the build failed");
    const chromium = await this.prepare(title, () => findChromium(this.root));
    if ("skipped" in chromium) return this.skip(title, chromium.skipped);
    await this.playwright(title, chromium.path);
  }

  async playwright(title, chromium) {
    announce(`${title}, ${chromium}`);
    const report = join(this.reports, "playwright.json");
    const path = join(this.root, "node_modules", "@playwright", "test", "cli.js");
    const env = { CARRYOVER_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const args = [path, "test", "--reporter=list,json"];
    const { code } = await runStep(process.execPath, args, { cwd: this.root, env });
    const { stats } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
    this.add((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, code);
  }

  /** What a machine should have had and could not be given is a failure, and the other checks go on. */
  async prepare(title, find) {
    try {
      return await find();
    } catch (error) {
      console.error(`${title}: ${error instanceof Error ? error.message : error}`);
      this.count(false);
      return { skipped: "what it needs could not be installed" };
    }
  }

  /** A runner that fails without a failed test (a crash, an error outside a test) counts as one failure. */
  add(passed, failed, code) {
    this.passed += passed;
    this.failed += failed + (code !== 0 && failed === 0 ? 1 : 0);
  }

  count(isPassed) {
    this.add(isPassed ? 1 : 0, isPassed ? 0 : 1, 0);
  }

  skip(title, why) {
    announce(`${title}: skipped, ${why}.`);
    this.skipped.push(`${title}: ${why}`);
  }

  summarize() {
    console.log("");
    for (const line of this.skipped) console.log(`Not run. ${line}.`);
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}

function announce(text) {
  console.log(`\n== ${text}`);
}
