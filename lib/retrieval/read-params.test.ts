import { describe, expect, it } from "vitest";
import { toRetrievalRequest } from "./read-params.ts";
import { loadRetrievalParams, retrievalHref } from "./search-params.ts";

function requestOf(query: string) {
  return toRetrievalRequest(loadRetrievalParams(new URLSearchParams(query)));
}

describe("toRetrievalRequest", () => {
  it.each([
    { query: "", request: null, why: "nothing asked yet" },
    { query: "q=%20", request: null, why: "blank words ask nothing" },
    {
      query: "q=fix",
      request: { query: "fix", type: "insight", k: 3, method: "embedding" },
      why: "the defaults",
    },
    { query: "q=fix&task=t1", request: { taskId: "t1" }, why: "a task wins over words" },
    { query: "task=t1&target=none", request: { target: null }, why: "leave no benchmark out" },
    { query: "task=t1&target=Alpha", request: { target: "Alpha" }, why: "another benchmark" },
    { query: "q=x&type=all&polarity=false", request: { type: "all", showPolarity: false }, why: "switches" },
    {
      query: "q=x&type=recipe&method=magic&k=a",
      request: { type: "insight", k: 3 },
      why: "nonsense is left out",
    },
  ])("$query: $why", ({ query, request }) => {
    const read = requestOf(query);
    if (request) expect(read).toMatchObject(request);
    else expect(read).toBeNull();
  });

  it("tells 'the task's own' from 'none'", () => {
    expect(requestOf("task=t1")).not.toHaveProperty("target");
  });

  it("survives the way through a link", () => {
    const params = loadRetrievalParams(new URLSearchParams("q=a%26b&type=workflow&k=7&polarity=false"));
    expect(loadRetrievalParams(new URLSearchParams(retrievalHref(params)))).toEqual(params);
  });
});
