import { expect, it } from "vitest";
import { readSetup } from "#lib/runs/run-setup.ts";
import { curveFacts } from "./run-origins.ts";
import { runOf } from "./testing.ts";

const run = runOf({ id: "r", scope: "cross_domain" });
const origins = {
  release: { memories: 431, name: "v1" },
  shown: { generators: ["gpt-5-mini"], domains: 9 },
};

it("reads facts from the release and the memories shown, and says where it read them", () => {
  expect(curveFacts(run, readSetup(null, null), origins)).toEqual({
    poolSize: { value: 431, from: "release v1" },
    domains: { value: 9, from: "memories shown" },
    scope: { value: "cross-domain", from: "arm" },
    generator: { value: "gpt-5-mini", from: "memories shown" },
  });
});

it("believes what is stated first, and names no generator out of several", () => {
  const shown = { generators: ["a", "b"], domains: 2 };
  expect(curveFacts(run, readSetup(null, { poolSize: 10, domains: 0 }), { ...origins, shown })).toMatchObject(
    {
      poolSize: { value: 10, from: "run facts" },
      domains: { value: 0, from: "run facts" },
    },
  );
  expect(curveFacts(run, readSetup(null, null), { release: null, shown }).generator).toBeUndefined();
});
