import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { lintMemory, rarityOf } from "./lint-memory.ts";
import { isLintRule, type LintSubject, lintRuleNames, type RuleContext } from "./schema.ts";
import { insight } from "./testing.ts";
import { textFieldsOf } from "./text-fields.ts";

const at = new Date("2026-06-15T12:00:00Z");
const context: RuleContext = { at, isRare: () => false };

const rulesOf = (memory: LintSubject, given = context) => lintMemory(memory, given).map(({ rule }) => rule);

describe("every finding", () => {
  const words = [
    "src/app.py",
    "parse_config",
    "ValueError",
    "len()",
    "--flag",
    "==1.2",
    "Node 18",
    "npm test",
    "pytest",
    "🙂",
    "İstanbul",
    "straße",
    "plain",
    "words",
    "\n",
    "/etc/nginx/conf",
    "4.2.1",
    "e\u0301",
    "日本語",
    "v2",
  ];

  it("names a place that is in the text, and no two of one field overlap, whatever the text", () => {
    const random = seededRandom(11);
    for (let round = 0; round < 300; round++) {
      const count = Math.floor(random() * 30);
      const text = Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(" ");
      const memory = insight(text);
      const texts = new Map(textFieldsOf(memory).map((each) => [each.field, each.text]));
      const spans = lintMemory(memory, context)
        .filter(({ rule }) => rule.startsWith("names-") || rule === "language-specific-command")
        .map(({ field, span: [start, end] }) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(texts.get(field)?.length ?? -1);
          return { field, start, end };
        })
        .sort((a, b) => a.field.localeCompare(b.field) || a.start - b.start);
      spans.forEach(({ field, start }, i) => {
        const before = spans[i - 1];
        if (before?.field === field) expect(start, text).toBeGreaterThanOrEqual(before.end);
      });
    }
  });

  it("ends its message with a full stop and says what to do", () => {
    const long = insight(`${"x".repeat(2000)} src/app.py parse_config ValueError Node 18 pytest`, {
      outcome: "failed",
    });
    const findings = lintMemory(long, context);
    expect(findings.length).toBeGreaterThan(4);
    for (const { message, rule } of findings) expect(message, rule).toMatch(/[.]$/);
  });
});

it("judges a huge memory in time that grows with its length", () => {
  const findings = lintMemory(insight("call parse_config early. ".repeat(20_000)), context);
  expect(findings.filter(({ rule }) => rule === "names-identifier")).toHaveLength(20_000);
}, 5000);

describe("overlaps-task", () => {
  const task = "Migrate the zephyrine lattice toward gossamer quilting beneath umbral cathedrals";
  const isRare = (word: string) => word !== "toward" && word !== "beneath";
  const told = "Zephyrine LATTICE needs gossamer quilting under umbral cathedrals";

  it("marks the word where it stands, also behind letters that grow in lower case", () => {
    for (const prefix of ["", "İİİİ ", "🙂 ", "ẞ "]) {
      const memory = insight(`${prefix}${told}`, { task });
      const finding = lintMemory(memory, { at, isRare }).find(({ rule }) => rule === "overlaps-task");
      const text = `${prefix}${told}`.slice(...(finding?.span ?? [0, 0]));
      expect([finding?.field, text]).toEqual(["content", "Zephyrine"]);
    }
  });

  it("counts a word once however often it is said", () => {
    const same = "gossamer gossamer gossamer gossamer gossamer gossamer";
    expect(rulesOf(insight(same, { task }), { at, isRare })).not.toContain("overlaps-task");
  });

  it("is of insights alone", () => {
    const summary = {
      type: "summary",
      content: { taskSummary: told, experience: told },
    } as Partial<LintSubject>;
    expect(rulesOf(insight("", { task, ...summary }), { at, isRare })).not.toContain("overlaps-task");
  });
});

describe("rarityOf", () => {
  it("takes a word of one task for rare in a pool of any size up to 199", () => {
    const tasks = (count: number) =>
      Array.from({ length: count }, (_, i) => `common word of task number${i}`);
    for (const count of [1, 2, 100, 199]) {
      const isRare = rarityOf(tasks(count));
      expect(isRare("number0"), String(count)).toBe(true);
      expect(isRare("common"), String(count)).toBe(count === 1);
    }
  });

  it("allows one task in a hundred", () => {
    const tasks = Array.from(
      { length: 300 },
      (_, i) => `task ${i} ${i < 3 ? "thrice" : ""} ${i < 4 ? "fourtimes" : ""}`,
    );
    const isRare = rarityOf(tasks);
    expect([isRare("thrice"), isRare("fourtimes")]).toEqual([true, false]);
  });

  it("counts equal tasks once: many memories of one task make no word common", () => {
    expect(rarityOf(Array.from({ length: 50 }, () => "gossamer quilting"))("gossamer")).toBe(true);
  });

  it("says of a word that no task uses that it is rare, and of no pool the same", () => {
    expect(rarityOf([])("anything")).toBe(true);
  });
});

describe("expired", () => {
  const until = (validUntil: string | null, lifecycle = "active") =>
    rulesOf(
      insight("x", {
        validUntil: validUntil ? new Date(validUntil) : null,
        lifecycle,
      } as Partial<LintSubject>),
    );

  it.each([
    [null, false, "no end"],
    ["2026-06-15T12:00:00.001Z", false, "a millisecond is left"],
    ["2026-06-15T12:00:00.000Z", true, "the end itself is past it"],
    ["1970-01-01T00:00:00Z", true, "long ago"],
  ] as [string | null, boolean, string][])("valid until %s: %s, %s", (validUntil, found, _why) => {
    expect(until(validUntil).includes("expired")).toBe(found);
  });

  it.each(["candidate", "deprecated"])("a %s is not served anyway", (lifecycle) => {
    expect(until("1970-01-01T00:00:00Z", lifecycle)).not.toContain("expired");
  });
});

describe("too-long", () => {
  it("counts from the first character that is too many", () => {
    expect(rulesOf(insight("x".repeat(1500)))).toEqual([]);
    const [finding] = lintMemory(insight("x".repeat(1501)), context);
    expect(finding).toMatchObject({ rule: "too-long", field: "content", span: [1500, 1501] });
  });

  it("counts the steps of a workflow", () => {
    const workflow = (count: number) =>
      ({
        type: "workflow",
        content: { goal: "Do it", steps: Array.from({ length: count }, () => "a step") },
      }) as Partial<LintSubject>;
    expect(rulesOf(insight("", workflow(25)))).toEqual([]);
    expect(lintMemory(insight("", workflow(26)), context)).toMatchObject([
      { field: "steps.25", span: [0, 6] },
    ]);
  });
});

it("knows its rules by name, and none that only names a property of objects", () => {
  expect(lintRuleNames.every(isLintRule)).toBe(true);
  for (const name of ["", "constructor", "toString", "__proto__", "Names-file"])
    expect(isLintRule(name)).toBe(false);
});
