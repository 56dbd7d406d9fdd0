import { type Env, readEnv } from "#lib/env.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { checkDatabase } from "./check-database.ts";
import { choosePort } from "./choose-port.ts";
import { type LaunchOptions, launchHelp, parseLaunchOptions, webAddress } from "./options.ts";
import { databaseProcess, preparation, webProcess, workerProcess } from "./processes.ts";
import { listenForStop, type StopRequest } from "./stop-request.ts";
import { type ProcessSpec, runOnce, type Supervised, supervise } from "./supervise.ts";

type Plan = LaunchOptions & { env: Env };

/**
 * Runs database, worker and web app until told to stop.
 * @param build builds the web app where its sources changed; done only once everything else is in order
 * @returns the exit code: 0 after a stop, 1 when something can't be had
 */
export async function launch(args: string[], build: () => Promise<unknown>): Promise<number> {
  const plan = await makePlan(args);
  if (!plan.ok) return complain(plan.error.message);
  if (plan.value.help) {
    console.log(launchHelp);
    return 0;
  }
  await build();
  const stop = listenForStop();
  const running: Supervised[] = [];
  const start = startAll(plan.value, running, stop);
  const first = await Promise.race([start, stop.asked]);
  if (first.ok && first.value) console.log(`Carryover is ready: ${first.value}`);
  const end = first.ok ? await stop.asked : first;
  // Started last, stopped first: nothing loses the database under its feet.
  for (const process of running.reverse()) await process.stop();
  return end.ok ? 0 : complain(end.error.message);
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
async function startAll(plan: Plan, running: Supervised[], stop: StopRequest): Promise<Result<string>> {
  const follow = (process: Supervised) => {
    running.push(process);
    return process.started;
  };
  const begin = (spec: ProcessSpec) => follow(supervise(spec, stop.fail, stop.isAsked));
  if (!plan.env.databaseUrl) {
    const database = await begin(databaseProcess);
    if (!database.ok) return database;
  }
  const prepared = await follow(runOnce(preparation(plan.demo ? ["--demo"] : [])));
  if (!prepared.ok) return prepared;
  const both = await Promise.all([begin(workerProcess), begin(webProcess(plan.host, plan.port))]);
  const address = webAddress(plan.host, plan.port);
  if (plan.demo) console.log(`The demo pool is being loaded: see ${address}/jobs`);
  return both.find((started) => !started.ok) ?? ok(address);
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}
