import { basename } from "node:path";
import { headingOf, memoryRecord } from "../memory-record.ts";
import { readLines } from "../read-lines.ts";
import { type ImportRecord, problem } from "../records.ts";
import { type Format, type ParseInput, UNSPECIFIED } from "./format.ts";

/** `[sec-00001] text`, or with counters `[sec-00001] helpful=3 harmful=1 :: text`. */
const BULLET = /^\[([A-Za-z][\w-]*-\d+)\]\s*(?:helpful=(\d+)\s+harmful=(\d+)\s*::\s*)?(.*)$/;

/** An ACE playbook: sections of bullets, each bullet a lesson. A bullet becomes an insight. */
export const acePlaybook: Format = {
  name: "ace-playbook",
  recognize: ({ shape, head }) =>
    shape === "text" && /^##\s/m.test(head) && head.split("\n").some((line) => BULLET.test(line.trimEnd())),
  parse,
};

type Bullet = {
  id: string;
  helpful: string | null;
  harmful: string | null;
  section: string;
  text: string;
  line: number;
};

async function* parse(input: ParseInput): AsyncGenerator<ImportRecord> {
  let section = "";
  let open: Bullet | null = null;
  for await (const { line, text, fault } of readLines(input.file)) {
    if (fault !== null) yield problem(fault, { line });
    const heading = /^##\s+(.*?):?\s*$/.exec(text)?.[1];
    const match = BULLET.exec(text.trimEnd());
    if (heading === undefined && match === null) {
      // Anything else continues the bullet above: code blocks and lists span lines.
      if (open && text.trim() !== "") open.text += `\n${text}`;
      continue;
    }
    if (open) yield recordOf(open, input);
    open = null;
    if (heading !== undefined) section = heading;
    else if (match) {
      const [, id = "", helpful = null, harmful = null, body = ""] = match;
      open = { id, helpful, harmful, section, text: body, line };
    }
  }
  if (open) yield recordOf(open, input);
}

function recordOf(bullet: Bullet, { file, benchmark }: ParseInput): ImportRecord {
  const content = bullet.text.trim();
  if (content === "")
    return problem(`Bullet ${bullet.id} has no text.`, { line: bullet.line, rejects: "memories" });
  return memoryRecord({
    path: file.path,
    line: bullet.line,
    type: "insight",
    benchmark: benchmark ?? UNSPECIFIED,
    content: { title: headingOf(content), description: bullet.section || "Playbook bullet", content },
    tags: [
      ...(bullet.helpful === null ? [] : [`helpful:${bullet.helpful}`]),
      ...(bullet.harmful === null ? [] : [`harmful:${bullet.harmful}`]),
    ],
    sourceFormat: "ace-playbook -> insight",
    id: bullet.id,
    // Two playbooks number their bullets alike, so the playbook's file name belongs to the key.
    keyParts: [basename(file.path), bullet.id],
  });
}
