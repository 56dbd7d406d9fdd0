import { parseFilter } from "#lib/memories/parse-filter.ts";
import type { MemoryFilter } from "#lib/memories/search-params.ts";
import { type Input, UsageError } from "./command.ts";
import { textOf } from "./read-values.ts";

/** The `--filter` of a verb, as the address of /memories writes it; none = every memory. */
export function filterOf(input: Input): MemoryFilter {
  const filter = parseFilter(textOf(input, "filter") ?? "");
  if (!filter.ok) throw new UsageError(filter.error.message);
  return filter.value;
}
