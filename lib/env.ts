import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

/** An unset variable and an empty one mean the same. */
const optionalText = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

const schema = z.object({
  DATABASE_URL: optionalText,
  CARRYOVER_DATA_DIR: z.string().trim().default(""),
  PORT: z.preprocess(
    (text) => (typeof text === "string" && text.trim() === "" ? undefined : text),
    z.coerce
      .number({ error: "PORT must be a number" })
      .int("PORT must be a whole number")
      .min(0, "PORT must lie between 0 and 65535")
      .max(65535, "PORT must lie between 0 and 65535")
      .default(3000),
  ),
  HOST: z.string().trim().default(""),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: optionalText,
  CARRYOVER_CHAT_MODEL: z.string().trim().default(""),
  CARRYOVER_EMBEDDING_MODEL: z.string().trim().default(""),
  CARRYOVER_REAL_DATA: optionalText,
  USER: optionalText,
});

export type Env = {
  /** Postgres to use; unset = the embedded database. */
  databaseUrl: string | undefined;
  /** Absolute path of the data directory. */
  dataDir: string;
  port: number;
  host: string;
  openaiApiKey: string | undefined;
  openaiBaseUrl: string | undefined;
  chatModel: string;
  embeddingModel: string;
  /** Folder of real runs and memories for the real-data tests. */
  realData: string | undefined;
  /** Who works at this machine: the name written into revisions. */
  user: string;
};

/**
 * The environment, parsed; `.env` of the working directory fills what is unset. The only place that
 * reads `process.env`.
 * @throws Error naming the variable and the rule it breaks
 */
export function readEnv(): Env {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join("; "));
  const variables = parsed.data;
  return {
    databaseUrl: variables.DATABASE_URL,
    dataDir: resolve(/* turbopackIgnore: true */ variables.CARRYOVER_DATA_DIR || ".carryover"),
    port: variables.PORT,
    host: variables.HOST || "127.0.0.1",
    openaiApiKey: variables.OPENAI_API_KEY,
    openaiBaseUrl: variables.OPENAI_BASE_URL,
    chatModel: variables.CARRYOVER_CHAT_MODEL || "gpt-5-mini",
    embeddingModel: variables.CARRYOVER_EMBEDDING_MODEL || "text-embedding-3-small",
    realData: variables.CARRYOVER_REAL_DATA,
    user: variables.USER ?? "local",
  };
}

/** Whether Next serves its development build, which needs `eval` in the browser. */
export const isDevelopment = process.env["NODE_ENV"] === "development";

/** The environment of this process with some variables set anew: what a child process gets. */
export function childEnvironment(changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
