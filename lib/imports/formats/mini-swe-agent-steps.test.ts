import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { readMessages } from "./mini-swe-agent-steps.ts";

const fence = (command: string, language = "bash") => `\`\`\`${language}\n${command}\n\`\`\``;

describe("what an assistant's message did", () => {
  it.each([
    ["a fence of version 1", fence("ls"), { action: "ls" }],
    ["a fence of version 2", fence("ls", "mswea_bash_command"), { action: "ls" }],
    ["a command of several lines", fence("cd a\nls"), { action: "cd a\nls" }],
    ["an empty command", fence(""), { action: "" }],
    ["blanks behind the fence's language", "```bash  \nls\n```", { action: "ls" }],
    ["a thought before the command", `THOUGHT: Look.\n${fence("ls")}`, { action: "ls", reasoning: "Look." }],
    ["two commands: the first ran", `${fence("ls")}\n${fence("rm a")}`, { action: "ls" }],
    ["characters outside ASCII", fence("echo 'é 🙂'"), { action: "echo 'é 🙂'" }],
  ])("reads %s", (_what, content, step) => {
    expect(readMessages([{ role: "assistant", content }])).toEqual([{ source: "agent", ...step }]);
  });

  it.each([
    ["no fence", "I am done."],
    ["a fence of another language", fence("print()", "python")],
    ["a fence that is not closed", "```bash\nls"],
    ["nothing", ""],
  ])("takes %s for a message", (_what, content) => {
    expect(readMessages([{ role: "assistant", content }])).toEqual([{ source: "agent", message: content }]);
  });

  it("prefers the commands that the harness lists to the text, and keeps the text as the thought", () => {
    const extra = { actions: [{ command: "ls" }, "pwd", { command: "  " }, 7, null] };
    expect(readMessages([{ role: "assistant", content: "Look.", extra }])).toEqual([
      { source: "agent", reasoning: "Look.", action: "ls\npwd" },
    ]);
  });

  it("falls back to the text where the harness lists no command that is one", () => {
    const message = { role: "assistant", content: fence("ls"), extra: { actions: [{}, null] } };
    expect(readMessages([message])).toEqual([{ source: "agent", action: "ls" }]);
  });

  it.each([
    ["its command", { name: "bash", arguments: '{"command": "ls"}' }, "ls"],
    ["its arguments where none is a command", { name: "edit", arguments: '{"path": "a"}' }, '{"path": "a"}'],
    ["its arguments where they are no JSON", { name: "bash", arguments: "{ls" }, "{ls"],
    ["its name where it has no arguments", { name: "submit" }, "submit"],
  ])("reads of a tool call %s", (_what, call, action) => {
    const message = { role: "assistant", content: "", tool_calls: [{ function: call }] };
    expect(readMessages([message])).toEqual([{ source: "agent", action }]);
  });

  it("passes over tool calls that say nothing", () => {
    const message = { role: "assistant", content: "Hm.", tool_calls: [null, {}, { function: {} }] };
    expect(readMessages([message])).toEqual([{ source: "agent", message: "Hm." }]);
  });

  it("puts a model's own reasoning before what it said", () => {
    const message = { role: "assistant", reasoning_content: "Think.", content: `Say.\n${fence("ls")}` };
    expect(readMessages([message])[0]?.reasoning).toBe("Think.\nSay.");
  });
});

describe("what came back", () => {
  const act = { role: "assistant", content: fence("ls") };

  it("joins the answers of several tool calls, and ends at a user's", () => {
    const steps = readMessages([
      act,
      { role: "tool", content: "one" },
      { role: "tool", content: "two" },
      { role: "user", content: "three" },
      { role: "user", content: "four" },
    ]);
    expect(steps).toEqual([
      { source: "agent", action: "ls", observation: "one\ntwo\nthree" },
      { source: "user", message: "four" },
    ]);
  });

  it("keeps an empty observation apart from none", () => {
    expect(readMessages([act, { role: "tool", content: "" }])[0]).toHaveProperty("observation", "");
    expect(readMessages([act])[0]).not.toHaveProperty("observation");
  });

  it("takes the message of the exit for no observation, and nothing after it for one", () => {
    const steps = readMessages([act, { role: "exit", content: "diff" }, { role: "user", content: "late" }]);
    expect(steps).toEqual([
      { source: "agent", action: "ls" },
      { source: "system", message: "diff" },
      { source: "user", message: "late" },
    ]);
  });

  it("reads the text parts of a list and leaves out what is no text", () => {
    const content = [{ type: "text", text: "a" }, { type: "image_url" }, "b", 5];
    expect(readMessages([{ role: "user", content }])).toEqual([{ source: "user", message: "a\nb" }]);
  });

  it("takes the time from the harness's note, else from the message, and none that is none", () => {
    const times = [
      { extra: { timestamp: 0 }, timestamp: "2026-01-01T00:00:00Z" },
      { timestamp: "2026-01-01T00:00:00Z" },
      { timestamp: "soon" },
    ].map((when) => readMessages([{ role: "system", content: "s", ...when }])[0]?.timestamp);
    expect(times).toEqual(["1970-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z", undefined]);
  });
});

describe("any order of messages", () => {
  const random = seededRandom(41);
  const roles = ["system", "user", "assistant", "tool", "exit"];
  const talks = Array.from({ length: 200 }, () =>
    Array.from({ length: Math.floor(random() * 12) }, (_, index) => {
      const role = roles[Math.floor(random() * roles.length)] ?? "user";
      const text = `said ${index}.`;
      return { role, content: role === "assistant" && random() < 0.7 ? fence(text) : text };
    }),
  );

  it("loses no message and says none twice", () => {
    for (const talk of talks) {
      const said = readMessages(talk)
        .flatMap(({ message, action, observation }) => [message, action, observation])
        .filter((text) => text !== undefined)
        .join("\n");
      expect((said.match(/said \d+\./g) ?? []).sort()).toEqual(
        talk.map((_, index) => `said ${index}.`).sort(),
      );
    }
  });

  it("makes one agent step of each assistant message", () => {
    for (const talk of talks) {
      const agents = readMessages(talk).filter(({ source }) => source === "agent");
      expect(agents).toHaveLength(talk.filter(({ role }) => role === "assistant").length);
    }
  });
});
