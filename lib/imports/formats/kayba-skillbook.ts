import { basename } from "node:path";
import { isObject, numberOf, objectAt, textOf } from "../json-fields.ts";
import { headingOf, memoryRecord } from "../memory-record.ts";
import { type ImportRecord, problem } from "../records.ts";
import { type Format, type ParseInput, UNSPECIFIED } from "./format.ts";

const COUNTERS = ["helpful", "harmful", "neutral"] as const;

/** Kayba's skillbook: skills by id, each with its justification and evidence. A skill becomes an insight. */
export const kaybaSkillbook: Format = {
  name: "kayba-skillbook",
  recognize: ({ value }) => isObject(value) && isObject(value["skills"]) && isObject(value["sections"]),
  parse,
};

function* parse({ file, sample, benchmark }: ParseInput): Generator<ImportRecord> {
  for (const [id, skill] of Object.entries(objectAt(sample.value, "skills"))) {
    const content = isObject(skill) ? textOf(skill["content"]) : null;
    if (!isObject(skill) || content === null) {
      yield problem("The skill has no content.", { field: `skills.${id}.content`, rejects: "memories" });
      continue;
    }
    const section = textOf(skill["section"]);
    const evidence = textOf(skill["evidence"]);
    yield memoryRecord({
      path: file.path,
      line: null,
      type: "insight",
      benchmark: benchmark ?? UNSPECIFIED,
      content: {
        title: headingOf(content),
        description: textOf(skill["justification"]) ?? section ?? "Skill",
        content: evidence === null ? content : `${content}\n\nEvidence: ${evidence}`,
      },
      lifecycle: skill["status"] == null || skill["status"] === "active" ? "active" : "deprecated",
      tags: [
        ...(section ? [section] : []),
        ...COUNTERS.flatMap((name) => (numberOf(skill[name]) ? [`${name}:${numberOf(skill[name])}`] : [])),
      ],
      sourceFormat: "kayba-skillbook -> insight",
      id,
      keyParts: [basename(file.path), id],
    });
  }
}
