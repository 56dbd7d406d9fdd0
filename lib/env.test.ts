import { afterEach, describe, expect, it, vi } from "vitest";
import { readEnv } from "./env.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

function envWith(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return readEnv();
}

describe("readEnv", () => {
  it("takes an empty variable for an unset one", () => {
    const empty = { PORT: " ", HOST: "", DATABASE_URL: "", CARRYOVER_CHAT_MODEL: "", OPENAI_API_KEY: " " };
    expect(envWith(empty)).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: undefined,
      chatModel: "gpt-5-mini",
      openaiApiKey: undefined,
    });
  });

  it("makes the data directory absolute", () => {
    expect(envWith({ CARRYOVER_DATA_DIR: "/tmp/../tmp/pool" }).dataDir).toBe("/tmp/pool");
  });

  it.each([
    ["http", /PORT must be a number/],
    ["80.5", /PORT must be a whole number/],
    ["65536", /PORT must lie between 0 and 65535/],
  ])("refuses PORT=%s", (port, sentence) => {
    expect(() => envWith({ PORT: port })).toThrow(sentence);
  });
});
