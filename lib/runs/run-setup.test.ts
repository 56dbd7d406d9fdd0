import { describe, expect, it } from "vitest";
import { readSetup, statedSetupSchema } from "./run-setup.ts";

const nothing = {
  poolSize: null,
  domains: null,
  retrieval: null,
  generator: null,
  agentVersion: null,
  timeoutSeconds: null,
  environment: null,
};

describe("readSetup", () => {
  it("knows nothing of a run that says nothing: unknown is not 0", () => {
    expect(readSetup(null, null)).toEqual(nothing);
    expect(readSetup({ timeout: "soon", poolSize: -3, retrieval: "" }, {})).toEqual(nothing);
  });

  it("reads what an imported configuration says, in any spelling", () => {
    expect(
      readSetup(
        { pool_size: 431, retrieval: { k: 3, method: "embedding" }, "agent-version": "1.14", timeout: 3600 },
        null,
      ),
    ).toEqual({
      ...nothing,
      poolSize: 431,
      retrieval: "embedding",
      agentVersion: "1.14",
      timeoutSeconds: 3600,
    });
  });

  it("believes what a person stated before it", () => {
    expect(readSetup({ poolSize: 431, domains: 9 }, { poolSize: 100 })).toMatchObject({
      poolSize: 100,
      domains: 9,
    });
  });
});

describe("statedSetupSchema", () => {
  it("takes the texts of a form, and leaves out what is empty", () => {
    expect(
      statedSetupSchema.parse({ poolSize: "12", retrieval: " rerank ", domains: "", environment: "  " }),
    ).toEqual({
      poolSize: 12,
      retrieval: "rerank",
    });
  });

  it.each([{ poolSize: "many" }, { poolSize: "1.5" }, { timeoutSeconds: "-1" }, { color: "red" }])(
    "refuses %j",
    (input) => {
      expect(statedSetupSchema.safeParse(input).success).toBe(false);
    },
  );
});
