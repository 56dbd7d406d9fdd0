import { describe, expect, it } from "vitest";
import { skillsArmOf } from "./skills-arm.ts";

const task = (path: string, part: object = {}) => ({ task_id: { path }, ...part });

describe("whether an agent was given skills", () => {
  it.each([
    ["the folder of the tasks", "/jobs/a/t__1", task("/home/u/skillsbench/tasks-no-skills/t"), "without"],
    ["the folder of the tasks", "/jobs/a/t__1", task("/home/u/skillsbench/tasks/t"), "with"],
    ["the source", "/jobs/a/t__1", { source: "tasks-no-skills" }, "without"],
    ["the folder of the trials", "/data/model/no_skills/t__1", task("/x/t"), "without"],
    ["the folder of the trials", "/data/model/with_skills/t__1", task("/x/t"), "with"],
    ["the job's name", "/data/cli-model-noskills-t-1a/t__1", {}, "without"],
    ["the job's name", "/data/cli-model-withskills-t-1a/t__1", {}, "with"],
    ["where the job was", "/data/a/t__1", { trial_uri: "file:///jobs/x-without-skills/t__1" }, "without"],
    [
      "two that disagree: without is never said by chance",
      "/data/with_skills/t__1",
      task("/x/tasks-no-skills/t"),
      "without",
    ],
  ])("is told by %s", (_what, folder, value, skills) => {
    expect(skillsArmOf(folder, value)?.skills).toBe(skills);
  });

  it.each([
    ["/jobs/a/t__1", task("/home/u/terminal-bench/tasks/t")],
    ["/jobs/upskills/t__1", {}],
    ["/jobs/knows-kills/t__1", {}],
    ["/jobs/piano-skillset/t__1", {}],
  ])("is not told by %s and %j", (folder, value) => {
    expect(skillsArmOf(folder, value)).toBeNull();
  });
});
