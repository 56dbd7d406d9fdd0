import { expect, it } from "vitest";
import { holdsRecords, isSurelyBeside, sideFileKind, unknownKind } from "./side-files.ts";

it.each([
  ["job/job.log", "logs"],
  ["job/task__a1/verifier/test-stdout.txt", "logs"],
  ["job/task__a1/agent/install.sh", "scripts"],
  ["job/task__a1/config.json", "settings"],
  ["run/task/trial/panes/post-agent.txt", "terminal recordings"],
  ["run/task/trial/sessions/agent.cast", "terminal recordings"],
  ["run/task/trial/commands.txt", "scripts"],
  ["logs/owner__repo-1/patch.diff", "patches"],
  ["job/task__a1/agent/mini-swe-agent.txt", "agents' own files"],
  ["job/task__a1/agent/episode-0/prompt.txt", "agents' own files"],
  ["job/task__a1/result.json", null],
  ["pool/notes.txt", null],
])("%s is counted under %s", (path, kind) => {
  expect(sideFileKind(path)).toBe(kind);
});

it("tells files that should hold records from those around them", () => {
  expect(["a/agent/trajectory.json", "a/x.traj", "a/pool.jsonl"].every(holdsRecords)).toBe(true);
  expect(["a/config.json", "a/x.log", "a/reward"].some(holdsRecords)).toBe(false);
});

it("counts the unknown by extension", () => {
  expect(unknownKind("a/b.XYZ")).toBe("unknown .xyz files");
  expect(unknownKind("a/b")).toBe("unknown files without an extension");
});

it("opens what may hold memories by whatever name", () => {
  expect(["t/agent/install.sh", "t/verifier/test-stdout.txt", "t/a.cast"].every(isSurelyBeside)).toBe(true);
  expect(["t/trial.log", "t/config.json", "pool/notes.txt", "t/a.json"].some(isSurelyBeside)).toBe(false);
});
