import { expect, it } from "vitest";
import type { Env } from "#lib/env.ts";
import { checkMachine } from "./check-machine.ts";

const env: Env = {
  databaseUrl: undefined,
  dataDir: "/tmp/carryover-that-is-not-there/pool",
  port: 3000,
  host: "127.0.0.1",
  openaiApiKey: undefined,
  openaiBaseUrl: undefined,
  chatModel: "chat-model",
  embeddingModel: "embedding-model",
  realData: undefined,
  user: "local",
};

function found(name: string, changes: Partial<Env> = {}) {
  return checkMachine({ ...env, ...changes }).find((check) => check.name === name);
}

it("names the versions that matter in a report", () => {
  expect(found("Versions")?.found).toMatch(/^node \d+.*carryover \d.*next \d.*prisma \d/);
});

it("measures the disk of a directory that is not there yet", () => {
  expect(found("Disk")?.found).toMatch(/^\d+\.\d GB free at/);
});

it("says who has the data directory, where there is one", () => {
  expect(found("Data directory")?.found).toMatch(/not in use$/);
  expect(found("Data directory", { databaseUrl: "postgresql://localhost/pool" })).toBeUndefined();
});

it("tells how to get a model, and never shows the key", () => {
  expect(found("Models")).toMatchObject({
    state: "warning",
    mend: expect.stringContaining("OPENAI_API_KEY"),
  });
  const withKey = found("Models", { openaiApiKey: "sk-secret" });
  expect(withKey).toMatchObject({
    state: "fine",
    found: "chat chat-model, embeddings embedding-model, OpenAI",
  });
});
