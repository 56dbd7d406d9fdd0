import { describe, expect, it } from "vitest";
import { readEnv } from "#lib/env.ts";
import { modelStatus } from "./model-status.ts";

const bare = { ...readEnv(), openaiApiKey: undefined, openaiBaseUrl: undefined };
const key = "sk-very-secret";

describe("modelStatus", () => {
  it.each([
    { env: {}, server: null, hasKey: false, why: "nothing is set" },
    { env: { openaiApiKey: key }, server: "api.openai.com", hasKey: true, why: "a key alone means OpenAI" },
    {
      env: { openaiBaseUrl: "http://127.0.0.1:11434/v1/" },
      server: "127.0.0.1:11434/v1",
      hasKey: false,
      why: "a local server needs no key",
    },
    {
      env: { openaiApiKey: key, openaiBaseUrl: "https://ada:pass@llm.example/v1" },
      server: "llm.example/v1",
      hasKey: true,
      why: "credentials in an address stay out",
    },
    {
      env: { openaiBaseUrl: "nonsense" },
      server: "OPENAI_BASE_URL is no address",
      hasKey: false,
      why: "no URL",
    },
  ])("$why", ({ env, server, hasKey }) => {
    const status = modelStatus({ ...bare, ...env });
    expect(status).toMatchObject({ server, hasKey });
    expect(JSON.stringify(status)).not.toMatch(/secret|pass|ada/);
  });

  it("says what to set only while nothing can be asked", () => {
    expect(modelStatus(bare).missing).toContain("OPENAI_API_KEY");
    expect(modelStatus({ ...bare, openaiApiKey: key }).missing).toBeNull();
  });
});
