import { isIP } from "node:net";
import { parseArgs } from "node:util";
import type { Env } from "#lib/env.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

export type LaunchOptions = { host: string; port: number; demo: boolean; help: boolean };

export const launchHelp = `Usage: npm start -- [options]

Installs and builds what is missing, then runs the database, the worker and the web app.

  --demo         load the synthetic demo pool (refused beside real content)
  --port NUMBER  port of the web app (PORT, 3000); 0 = any free one
  --host NAME    loopback address to listen on (HOST, 127.0.0.1)
  --help         this text

Environment: DATABASE_URL, CARRYOVER_DATA_DIR, OPENAI_API_KEY, OPENAI_BASE_URL and others: see README.md.`;

/**
 * What the command line and the environment ask for.
 * @returns the options, or one sentence about the first thing that is wrong
 */
export function parseLaunchOptions(args: string[], env: Env): Result<LaunchOptions> {
  let values: { demo?: boolean; port?: string; host?: string; help?: boolean };
  try {
    ({ values } = parseArgs({
      args,
      options: {
        demo: { type: "boolean" },
        port: { type: "string" },
        host: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }));
  } catch (error) {
    return err("invalid", `${firstSentence(error)} See: npm start -- --help`);
  }
  const port = values.port === undefined ? env.port : Number(values.port);
  if (!/^\d{1,5}$/.test(values.port ?? "0") || port > 65535) {
    return err("invalid", `--port ${values.port} is not a port: give a whole number from 0 to 65535.`);
  }
  const host = values.host ?? env.host;
  if (!isLoopback(host)) {
    return err(
      "invalid",
      `HOST ${host} is refused: it would open every memory to the network, and there are no accounts yet. Use 127.0.0.1 and a tunnel (ssh -L).`,
    );
  }
  return ok({ host, port, demo: values.demo ?? false, help: values.help ?? false });
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith("127.");
  return host === "localhost" || host === "::1";
}

/** The address to open in a browser. */
export function webAddress(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function firstSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `${text.split(/\.\s/)[0]?.replace(/\.$/, "")}.`;
}
