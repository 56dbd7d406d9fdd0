import { describe, expect, it } from "vitest";
import { parseContent } from "#lib/testing/parse-source.ts";

const file = { preds: [true, false], gts: [true, true] };

describe("a judge's audit", () => {
  it("pairs what stands at the same place, and has its name from the file", async () => {
    const { format, records } = await parseContent("llm_judge_toy-bench-new.json", file);
    expect(format).toBe("judge-audit");
    expect(records).toEqual([
      {
        kind: "judgeAudit",
        path: "llm_judge_toy-bench-new.json",
        name: "toy-bench-new",
        benchmark: "toy-bench",
        cases: [
          { task: null, judged: true, verified: true },
          { task: null, judged: false, verified: true },
        ],
      },
    ]);
  });

  it("has the names of tasks where cases give them", async () => {
    const cases = [
      { id: "toy__a-1", pred: true, gt: true, response: "PASS" },
      { id: "toy__a-2", pred: false, gt: true, response: "FAIL" },
    ];
    const { records } = await parseContent("a.json", { ...file, cases });
    expect(records).toMatchObject([{ cases: [{ task: "toy__a-1" }, { task: "toy__a-2" }] }]);
  });

  it.each([
    [{ preds: "PASS" }, "preds"],
    [{ preds: [true, "PASS"] }, "preds[1]"],
    [{ gts: [true, null] }, "gts[1]"],
    [{ gts: [true] }, "gts"],
    [{ gts: {} }, "gts"],
  ])("with %j is rejected at %s, whole", async (part, field) => {
    const { records } = await parseContent("a.json", { ...file, ...part });
    expect(records).toMatchObject([{ kind: "problem", field, rejects: "judgements" }]);
  });

  it.each([[[]], ["none"], [[{ id: "a", pred: false, gt: true }, null]]])(
    "says that cases %j tell something else, and keeps the verdicts",
    async (cases) => {
      const { records } = await parseContent("a.json", { ...file, cases });
      expect(records).toMatchObject([
        { kind: "problem", field: "cases", rejects: null },
        { kind: "judgeAudit", cases: [{ task: null }, { task: null }] },
      ]);
    },
  );
});
