import type { ParseArgsOptionsConfig } from "node:util";
import type { Actor } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import type { Result } from "#lib/shared/result.ts";

/** What was typed after the verb. */
export type Input = {
  values: Record<string, string | boolean | string[] | undefined>;
  positionals: string[];
};

/** What a verb works with. */
export type CommandContext = {
  db: RootDb;
  actor: Actor;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Tells a person what is going on; never part of the answer. */
  log: (line: string) => void;
  /** Shows how far a long work is, on one line. */
  progress: (share: number, stage: string) => void;
  /** Brings the vectors up to date that retrieval, maps and metrics read. */
  finishEmbedding: () => Promise<void>;
};

/**
 * json is what `--json` prints; text is what a person reads. Either whole, or in pieces: a text too long to be held, or
 * an answer that comes bit by bit.
 * failed: the answer says what is wrong, exit 1.
 */
export type Answer = {
  json: unknown | AsyncIterable<string>;
  text: string | AsyncIterable<string>;
  failed?: boolean;
};

type Described = {
  summary: string;
  /** What comes after `carryover`, and a line per option. */
  usage: string;
  options: ParseArgsOptionsConfig;
};

/** A verb of the command line. Only one that needs the database gets it. */
export type Command =
  | (Described & {
      needsDatabase: true;
      run: (input: Input, context: CommandContext) => Promise<Result<Answer>>;
    })
  | (Described & {
      needsDatabase: false;
      run: (input: Input, context: Omit<CommandContext, "db" | "finishEmbedding">) => Promise<Result<Answer>>;
    });

/** The command line itself is wrong: exit 2. */
export class UsageError extends Error {}
