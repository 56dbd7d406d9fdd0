import { spawn } from "node:child_process";

/** A step of the set-up that failed: the message is all that a person needs to see. */
export class StepFailed extends Error {}

/**
 * Runs a program to its end. Being told to stop meanwhile ends both.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, quiet?: boolean, toStderr?: boolean }} options
 *   quiet: show the output only when the program fails; toStderr: keep standard output for answers
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runStep(command, args, options) {
  const { cwd, env, quiet, toStderr } = options;
  const stdio = quiet ? ["ignore", "pipe", "pipe"] : ["inherit", toStderr ? 2 : "inherit", "inherit"];
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio });
  const chunks = [];
  child.stdout?.on("data", (chunk) => chunks.push(chunk));
  child.stderr?.on("data", (chunk) => chunks.push(chunk));
  const forget = stopWith(child);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => {
      forget();
      reject(new StepFailed(`${command} does not run: ${error.message}`));
    });
    child.on("close", (code) => {
      forget();
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

/** Passes a stop on to the child and ends with it; the function given back ends that. */
function stopWith(child) {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  const handlers = Object.entries(codes).map(([signal, code]) => [signal, () => end(signal, code)]);
  function end(signal, code) {
    child.kill(signal);
    child.on("close", () => process.exit(code));
    setTimeout(() => process.exit(code), 5000).unref();
  }
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
