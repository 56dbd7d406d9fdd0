import { isObject, type JsonObject, messageText, objectAt, textOf, timeOf } from "../json-fields.ts";
import type { Step } from "../records.ts";

/** The command fence of version 1 (`bash`) and version 2 (`mswea_bash_command`). */
const FENCE = /```(?:mswea_bash_command|bash)[ \t]*\n([\s\S]*?)\n?```/;

/**
 * Messages as steps: what the agent thought, the command it ran, and what came back. The message after an
 * assistant's is its observation (role user, or tool in version 2); the message of role `exit`, or the last user
 * message, is what was handed in or why the agent stopped.
 */
export function readMessages(messages: readonly JsonObject[]): Step[] {
  const steps: Step[] = [];
  let waiting: Step | null = null;
  for (const message of messages) {
    const role = String(message["role"]);
    const text = messageText(message["content"]);
    const when = timeOf(objectAt(message, "extra")["timestamp"] ?? message["timestamp"]);
    if (role === "assistant") {
      waiting = withTime(agentStep(message, text), when);
      steps.push(waiting);
    } else if (role === "system") steps.push(withTime({ source: "system", message: text }, when));
    else if (waiting !== null && role !== "exit") {
      // Version 2 may answer one message's several tool calls with a message each.
      waiting.observation = waiting.observation === undefined ? text : `${waiting.observation}\n${text}`;
      if (role !== "tool") waiting = null;
    } else {
      waiting = null;
      steps.push(withTime({ source: role === "exit" ? "system" : "user", message: text }, when));
    }
  }
  return steps;
}

function agentStep(message: JsonObject, text: string): Step {
  const action = commandsOf(message) ?? FENCE.exec(text)?.[1];
  const before = text.slice(0, FENCE.exec(text)?.index ?? text.length);
  const reasoning = [textOf(message["reasoning_content"]), before.replace(/^\s*THOUGHT:\s*/, "").trim()]
    .filter((part) => part !== null && part !== "")
    .join("\n");
  if (action === undefined) return { source: "agent", message: text };
  return { source: "agent", ...(reasoning === "" ? {} : { reasoning }), action };
}

/** Version 2 lists the commands it ran; with tool calls they stand in the call's arguments. */
function commandsOf(message: JsonObject): string | undefined {
  const actions = objectAt(message, "extra")["actions"];
  if (Array.isArray(actions)) {
    const commands = actions
      .map((item) => (isObject(item) ? textOf(item["command"]) : textOf(item)))
      .filter((text) => text !== null);
    if (commands.length > 0) return commands.join("\n");
  }
  if (!Array.isArray(message["tool_calls"])) return undefined;
  const calls = message["tool_calls"]
    .map((call) => callText(objectAt(call, "function")))
    .filter((text) => text !== "");
  return calls.length > 0 ? calls.join("\n") : undefined;
}

function callText(call: JsonObject): string {
  const text = textOf(call["arguments"]);
  if (text === null) return textOf(call["name"]) ?? "";
  try {
    const parsed: unknown = JSON.parse(text);
    return (isObject(parsed) && textOf(parsed["command"])) || text;
  } catch {
    return text;
  }
}

function withTime(step: Step, when: string | null): Step {
  return when === null ? step : { ...step, timestamp: when };
}
