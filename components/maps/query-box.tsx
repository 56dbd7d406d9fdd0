"use client";
import { Search, X } from "lucide-react";
import { useRef, useState } from "react";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";

type QueryBoxProps = {
  /** The query of the address; "" = none. */
  query: string;
  onQueryChange: (query: string) => void;
};

/** What an agent would ask: Enter places it among its nearest. */
export function QueryBox({ query, onQueryChange }: QueryBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(query);
  useHotkeys({ "/": () => input.current?.focus() });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <search> element is not known to every browser that is supported.
    <form
      role="search"
      className="relative flex min-w-24 flex-1 items-center"
      onSubmit={(event) => {
        event.preventDefault();
        onQueryChange(typed.trim());
      }}
    >
      <Search aria-hidden className="pointer-events-none absolute left-1.5 size-3.5 text-muted" />
      <Input
        ref={input}
        aria-label="Query"
        title="What an agent would ask. Enter places it among its nearest memories (/)"
        placeholder="Place a query"
        autoComplete="off"
        className="h-7 px-6 text-xs"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {query ? (
        <IconButton
          label="Remove the query"
          size="small"
          className="absolute right-0"
          onClick={() => {
            setTyped("");
            onQueryChange("");
          }}
        >
          <X aria-hidden />
        </IconButton>
      ) : null}
    </form>
  );
}
