import { parseArgs } from "node:util";
import { currentActor } from "#lib/access/current-actor.ts";
import { describeOutage } from "#lib/db/outage.ts";
import { readEnv } from "#lib/env.ts";
import type { Result } from "#lib/shared/result.ts";
import { type Answer, type Command, type CommandContext, type Input, UsageError } from "./command.ts";
import { commands, loadCommand } from "./commands.ts";
import { createConsole } from "./console.ts";

/**
 * Runs one verb of the command line.
 * @returns the exit code: 0 fine, 1 refused or failed, 2 wrong usage
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const [verb = "help", ...rest] = args;
  if (["help", "--help", "-h"].includes(verb)) {
    console.log(overview());
    return 0;
  }
  const command = await loadCommand(verb);
  if (!command) {
    console.error(`There is no verb "${verb}".\n\n${overview()}`);
    return 2;
  }
  try {
    return await run(verb, command, rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message} See: carryover ${verb} --help`);
    return 2;
  }
}

async function run(verb: string, command: Command, args: string[]): Promise<number> {
  const input = parse(command, args);
  if (input.values["help"]) {
    console.log(`${command.summary}\n\nUsage: carryover ${command.usage}`);
    return 0;
  }
  const stop = new AbortController();
  const onSignal = () => stop.abort(new Error("Stopped."));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onSignal);
  const terminal = createConsole();
  const context = { actor: currentActor(), signal: stop.signal, ...terminal };
  try {
    const answer = command.needsDatabase
      ? await withDatabase(command, input, context)
      : await command.run(input, context);
    terminal.clear();
    return await print(answer, Boolean(input.values["json"]));
  } catch (error) {
    terminal.clear();
    const why = stop.signal.aborted ? `Stopped: carryover ${verb} did not finish.` : describeOutage(error);
    if (why === null) throw error;
    console.error(why);
    return 1;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal);
  }
}

function parse(command: Command, args: string[]): Input {
  const common = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, ...common },
      allowPositionals: true,
    });
    return { values: values as Input["values"], positionals };
  } catch (error) {
    // The first sentence says what is wrong; the rest explains how to escape arguments.
    throw new UsageError(`${(error as Error).message.split(". ")[0]}.`);
  }
}

async function withDatabase(
  command: Extract<Command, { needsDatabase: true }>,
  input: Input,
  context: Omit<CommandContext, "db" | "finishEmbedding">,
): Promise<Result<Answer>> {
  const { openDatabase } = await import("./with-database.ts");
  const opened = await openDatabase(readEnv());
  if (!opened.ok) return opened;
  const { db, isOwner, close } = opened.value;
  const { finishJobs } = await import("./finish-jobs.ts");
  const finishEmbedding = () => finishJobs(db, ["embed"], { ...context, isOwner });
  try {
    return await command.run(input, { ...context, db, finishEmbedding });
  } finally {
    // A database that went away must not hide what went wrong before it.
    await close().catch(() => undefined);
  }
}

async function print(answer: Result<Answer>, json: boolean): Promise<number> {
  if (!answer.ok) {
    console.error(answer.error.message);
    return 1;
  }
  const what = json ? answer.value.json : answer.value.text;
  if (isStreamed(what)) for await (const piece of what) await write(piece, "");
  else await write(json ? JSON.stringify(what) : String(what));
  return answer.value.failed ? 1 : 0;
}

function isStreamed(json: unknown): json is AsyncIterable<string> {
  return typeof json === "object" && json !== null && Symbol.asyncIterator in json;
}

function write(text: string, end = "\n"): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${text}${end}`, () => resolve()));
}

function overview(): string {
  const width = Math.max(...commands.map(({ verb }) => verb.length));
  const lines = commands.map(({ verb, summary }) => `  ${verb.padEnd(width)}  ${summary}`);
  return `Usage: carryover VERB [options]\n\n${lines.join("\n")}\n\nEvery verb takes --help, and --json for machine-readable output.`;
}
