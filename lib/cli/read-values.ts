import { type Input, UsageError } from "./command.ts";

/** A text option, or undefined. */
export function textOf(input: Input, name: string): string | undefined {
  const value = input.values[name];
  return typeof value === "string" ? value : undefined;
}

/** All texts of an option that may be given several times. */
export function textsOf(input: Input, name: string): string[] {
  const value = input.values[name];
  return Array.isArray(value) ? value : [];
}

/** Pairs of an option like FROM=TO that may be given several times; the first "=" parts them. */
export function pairsOf(input: Input, name: string): Record<string, string> {
  return Object.fromEntries(
    textsOf(input, name).map((text) => {
      const at = text.indexOf("=");
      if (at < 1 || at === text.length - 1) throw new UsageError(`--${name} ${text} is not FROM=TO.`);
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    }),
  );
}

/** A text option that must be there. */
export function requiredText(input: Input, name: string): string {
  const value = textOf(input, name);
  if (!value) throw new UsageError(`--${name} is missing.`);
  return value;
}

/** A number option, or undefined. */
export function numberOf(input: Input, name: string): number | undefined {
  const text = textOf(input, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new UsageError(`--${name} ${text} is not a number.`);
  return value;
}

/** An option that is one of a few words, or undefined. */
export function choiceOf<T extends string>(input: Input, name: string, choices: readonly T[]): T | undefined {
  const text = textOf(input, name);
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new UsageError(`--${name} ${text} is unknown: use ${choices.join(", ")}.`);
  return found;
}

/** Refuses words after the options where a verb takes none. */
export function rejectPositionals(input: Input): void {
  if (input.positionals.length > 0) throw new UsageError(`Unexpected argument "${input.positionals[0]}".`);
}

/** The given entries without those that are undefined: optional parameters are left out, not empty. */
export function given<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
