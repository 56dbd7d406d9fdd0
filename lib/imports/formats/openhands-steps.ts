import { isObject, type JsonObject, messageText, objectAt, textOf, timeOf } from "../json-fields.ts";
import type { Step } from "../records.ts";

/** Events that steer the session and are nothing the agent did. */
const SILENT = new Set(["change_agent_state", "agent_state_changed", "null", "recall", "system"]);

/**
 * Actions in order; an observation joins the action that caused it. A resolver's events name neither id nor cause, and
 * older histories are pairs of both: there an observation belongs to the action before it.
 */
export function stepsOf(history: readonly unknown[]): Step[] {
  const steps: Step[] = [];
  const byId = new Map<unknown, Step>();
  for (const { event, isPaired } of eventsOf(history)) {
    const when = timeOf(event["timestamp"]);
    const kind = String(event["action"] ?? event["observation"]);
    const isNamed = !isPaired && ("cause" in event || "id" in event);
    const cause = isNamed ? byId.get(event["cause"]) : steps.at(-1);
    if ("observation" in event && cause) cause.observation = messageText(event["content"]);
    else if ("action" in event && !SILENT.has(kind)) {
      const source = sourceOf(event, kind, steps.length === 0);
      const step = { ...actionStep(event, kind, source), ...(when === null ? {} : { timestamp: when }) };
      steps.push(step);
      byId.set(event["id"], step);
    }
  }
  return steps;
}

function* eventsOf(history: readonly unknown[]): Generator<{ event: JsonObject; isPaired: boolean }> {
  for (const entry of history) {
    const isPair = Array.isArray(entry);
    const events: unknown[] = isPair ? entry : [entry];
    for (const [index, event] of events.entries())
      if (isObject(event)) yield { event, isPaired: isPair && index > 0 };
  }
}

/** Where no event names its source, the first message is the task, and all else the agent's. */
function sourceOf(event: JsonObject, kind: string, isFirst: boolean): Step["source"] {
  if ("source" in event) return event["source"] === "agent" ? "agent" : "user";
  return isFirst && kind === "message" ? "user" : "agent";
}

function actionStep(event: JsonObject, kind: string, source: Step["source"]): Step {
  const args = objectAt(event, "args");
  if (kind === "message")
    return { source, message: textOf(args["content"]) ?? messageText(event["message"]) };
  const thought = textOf(args["thought"]);
  const command = textOf(args["command"]) ?? textOf(args["code"]);
  const { thought: _thought, ...rest } = args;
  return {
    source,
    ...(thought === null ? {} : { reasoning: thought }),
    action: kind === "run" && command !== null ? command : `${kind}(${JSON.stringify(rest)})`,
  };
}
