import { setTimeout as sleep } from "node:timers/promises";
import { acquireLock } from "#lib/db/lock.ts";
import { type Env, readEnv } from "#lib/env.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { checkDatabase } from "./check-database.ts";
import { choosePort } from "./choose-port.ts";
import { type LaunchOptions, launchHelp, parseLaunchOptions, webAddress } from "./options.ts";
import type { ProcessSpec, Supervised } from "./process-spec.ts";
import { databaseProcess, preparation, webProcess, workerProcess } from "./processes.ts";
import { runOnce } from "./run-once.ts";
import { listenForStop, type StopRequest } from "./stop-request.ts";
import { supervise } from "./supervise.ts";

type Plan = LaunchOptions & { env: Env };

const prepareTries = 3;

/**
 * Runs database, worker and web app until told to stop.
 * @param build builds the web app where its sources changed; done only once everything else is in order
 * @param web how the web app is run, for tests without a build
 * @returns the exit code: 0 after a stop, 1 when something can't be had
 */
export async function launch(
  args: string[],
  build: () => Promise<unknown>,
  web: typeof webProcess = webProcess,
): Promise<number> {
  const plan = await makePlan(args);
  if (!plan.ok) return complain(plan.error.message);
  if (plan.value.help) {
    console.log(launchHelp);
    return 0;
  }
  await build();
  const { env } = plan.value;
  // From here on whoever finds the database away waits for it instead of opening it.
  const lock = env.databaseUrl ? ok(() => undefined) : acquireLock(env.dataDir, "launcher");
  if (!lock.ok) return complain(lock.error.message);
  try {
    return await run(plan.value, web);
  } finally {
    lock.value();
  }
}

async function run(plan: Plan, web: typeof webProcess): Promise<number> {
  const stop = listenForStop();
  const running: Supervised[] = [];
  const address = await Promise.race([startAll(plan, web(plan.host, plan.port), running, stop), stop.asked]);
  if (address?.ok) console.log(`Carryover is ready: ${address.value}`);
  if (!address || address.ok) await stop.asked;
  // Started last, stopped first: nothing loses the database under its feet.
  for (const process of running.reverse()) await process.stop();
  return !address || address.ok ? 0 : complain(address.error.message);
}

/** Everything that can be known to go wrong is found here, before anything slow is done. */
async function makePlan(args: string[]): Promise<Result<Plan>> {
  let env: Env;
  try {
    env = readEnv();
  } catch (error) {
    return err("invalid", error instanceof Error ? error.message : String(error));
  }
  const options = parseLaunchOptions(args, env);
  if (!options.ok || options.value.help) return options.ok ? ok({ ...options.value, env }) : options;
  const database = await checkDatabase(env);
  if (!database.ok) return database;
  const port = await choosePort(options.value.host, options.value.port);
  return port.ok ? ok({ ...options.value, port: port.value, env }) : port;
}

/** @returns the address at which the web app answers */
async function startAll(
  plan: Plan,
  web: ProcessSpec,
  running: Supervised[],
  stop: StopRequest,
): Promise<Result<string>> {
  const follow = (process: Supervised) => {
    running.push(process);
    return process.started;
  };
  const begin = (spec: ProcessSpec) => follow(supervise(spec, stop.isAsked));
  if (!plan.env.databaseUrl) {
    const database = await begin(databaseProcess);
    if (!database.ok) return database;
  }
  for (let tries = 1; ; tries++) {
    const prepared = await follow(runOnce(preparation(plan.demo ? ["--demo"] : [])));
    if (prepared.ok) break;
    // The database may have crashed in the middle of it: it is started again meanwhile.
    if (prepared.error.code !== "unavailable" || tries === prepareTries || stop.isAsked()) return prepared;
    await sleep(1000 * tries);
  }
  const both = await Promise.all([begin(workerProcess), begin(web)]);
  const address = webAddress(plan.host, plan.port);
  if (plan.demo) console.log(`Loading the demo pool: see ${address}/jobs`);
  return both.find((started) => !started.ok) ?? ok(address);
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}
