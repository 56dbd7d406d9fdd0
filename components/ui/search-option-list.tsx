import { Command } from "cmdk";
import type { FoundOptions, SearchOption } from "./use-search-options.ts";

type SearchOptionListProps = { label: string; found: FoundOptions; onChoose: (option: SearchOption) => void };

/** What was found, or why there is nothing to choose. */
export function SearchOptionList({ label, found, onChoose }: SearchOptionListProps) {
  const message = messageOf(found);
  return (
    <>
      {message ? (
        <p role="status" className="px-2 py-1 text-sm text-muted">
          {message}
        </p>
      ) : null}
      <Command.List label={label}>
        {found.options.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            onSelect={() => onChoose(option)}
            className="cursor-pointer rounded px-2 py-1 text-sm data-[selected=true]:bg-accent-soft"
          >
            <span className="wrap-anywhere">{option.label}</span>
            {option.detail ? <span className="line-clamp-1 text-xs text-muted">{option.detail}</span> : null}
          </Command.Item>
        ))}
      </Command.List>
    </>
  );
}

function messageOf({ state, options }: FoundOptions): string | null {
  if (state === "failed")
    return "The list can't be loaded. Check that the server is running, then try again.";
  if (options.length > 0) return null;
  return state === "loading" ? "Searching…" : "No matches.";
}
