import { isObject, objectAt } from "../json-fields.ts";
import type { Sample } from "../read-source.ts";
import { problem, skipped } from "../records.ts";
import type { Format } from "./format.ts";

/** A format that is known but not imported, with the reason a person reads. */
function notYet(name: string, recognize: (sample: Sample) => boolean, because: string): Format {
  return {
    name,
    recognize,
    parse: function* () {
      yield skipped(name, `Not imported yet, because ${because}`);
    },
  };
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const has = (value: unknown, ...keys: string[]) => isObject(value) && keys.every((key) => key in value);

/** The published pools are pickles: whoever brings one means it to come in, so this is a problem. */
const pickle: Format = {
  name: "pickle",
  recognize: ({ head, path }) => /\.pkl$|\.pickle$/i.test(path) || startsPickle(head),
  parse: function* () {
    yield problem(
      "A pickle can run code when it is opened, so it is never opened here. Convert it to JSON with the script in docs/formats.md.",
    );
  },
};

/** Formats that are recognized so that a folder's report explains every file. */
export const notYetFormats: readonly Format[] = [
  notYet(
    "predictions",
    ({ value }) =>
      has(first(value), "model_patch", "instance_id") ||
      (isObject(value) && has(Object.values(value)[0], "model_patch", "instance_id")),
    "predicted patches carry no verdict; import the report of their evaluation.",
  ),
  notYet(
    "gemini-cli-session",
    ({ value }) => has(value, "sessionId", "messages"),
    "a Gemini CLI session is read from its ATIF form only.",
  ),
  notYet(
    "verdict-summary",
    ({ value }) => Array.isArray(objectAt({ value }, "value")["instances"]) && has(value, "pass_rate"),
    "this summary repeats verdicts of the reports it was made from; import those.",
  ),
  notYet(
    "chat-messages",
    ({ value }) => has(first(value), "role", "content"),
    "a list of chat messages without a shell command is not an agent's trajectory in any known format.",
  ),
  pickle,
];

/** Protocols 2 to 5; the first byte, 0x80, is no UTF-8. */
function startsPickle(head: string): boolean {
  return head.startsWith("\uFFFD") && head.charCodeAt(1) >= 2 && head.charCodeAt(1) <= 5;
}
