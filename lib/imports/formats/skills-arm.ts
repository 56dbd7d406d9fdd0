import { basename, dirname } from "node:path/posix";
import { type JsonObject, objectAt, textOf } from "../json-fields.ts";

/** Was the agent given skills? isSkillsBench: whether it is that benchmark, whose tasks have two folders of equal names. */
export type SkillsArm = { skills: "with" | "without"; isSkillsBench: boolean };

const WITHOUT = /(?:^|[^a-z])(?:no|without)[-_ ]?skills?(?![a-z])/i;
const WITH = /(?:^|[^a-z])with[-_ ]?skills?(?![a-z])/i;
const OWN_TASKS = /\/skillsbench[^/]*\/tasks$/i;

/**
 * Runs with and without skills differ in the folder that their tasks were taken from (`tasks-no-skills`), in the job's
 * name (`...-noskills-...`) or in the folder of the trials (`with_skills`). Null where none of these says so. Without
 * always counts before with: `tasks` is the folder with skills, but only of SkillsBench itself.
 */
export function skillsArmOf(trialFolder: string, value: JsonObject): SkillsArm | null {
  const config = objectAt(value, "config");
  const task = textOf(objectAt(value, "task_id")["path"]) ?? textOf(objectAt(config, "task")["path"]) ?? "";
  const tasks = dirname(task);
  const jobs = [textOf(value["trial_uri"]), textOf(config["trials_dir"])].map((path) => path ?? "");
  const said = [textOf(value["source"]) ?? "", basename(tasks), ...jobs.map(jobOf), jobOf(`${trialFolder}/`)];
  const isSkillsBench = /skillsbench/i.test([task, ...jobs].join("\n"));
  if (said.some((text) => WITHOUT.test(text))) return { skills: "without", isSkillsBench };
  const isWith = said.some((text) => WITH.test(text)) || OWN_TASKS.test(tasks);
  return isWith ? { skills: "with", isSkillsBench } : null;
}

/** The last two folders of a path, which hold the job's name. */
function jobOf(path: string): string {
  return path.split("/").slice(-3).join("/");
}
