"use client";
import { X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { cn } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";
import { Input } from "./input.tsx";
import { fetchJson } from "./reach-server.ts";

export type SearchOption = {
  value: string;
  label: string;
  /** Second line. */
  detail?: string | null;
};

type SearchComboboxProps = {
  label: string;
  description?: string;
  placeholder?: string;
  /** Answers `?q=words` with `{ options: SearchOption[] }`. */
  endpoint: string;
  selected: SearchOption | null;
  onSelect: (option: SearchOption | null) => void;
  errors?: readonly string[] | undefined;
};

type Found = { options: SearchOption[]; state: "idle" | "loading" | "failed" };

/** Picks one of many things by typing words of it; the server searches. Arrow keys, Enter and Escape work. */
export function SearchCombobox(props: SearchComboboxProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useOptions(props.endpoint, text, open);

  function choose(option: SearchOption | undefined) {
    if (!option) return;
    props.onSelect(option);
    setOpen(false);
    setText("");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      choose(found.options[active]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const count = Math.max(1, found.options.length);
      setActive((now) => (open ? (now + step + count) % count : 0));
    }
  }

  const errorId = `${id}-error`;
  return (
    <div className="relative flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {props.label}
      </label>
      {props.selected ? <Selected option={props.selected} onClear={() => props.onSelect(null)} /> : null}
      <Input
        id={id}
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && found.options[active] ? `${id}-${active}` : undefined}
        aria-invalid={props.errors?.length ? true : undefined}
        aria-describedby={props.errors?.length ? errorId : undefined}
        placeholder={props.selected ? "Type to choose another" : props.placeholder}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
      />
      {props.errors?.length ? (
        <p id={errorId} role="alert" className="text-xs text-bad">
          {props.errors.join(" ")}
        </p>
      ) : null}
      {props.description ? <p className="text-xs text-muted">{props.description}</p> : null}
      {open ? (
        <OptionList id={id} label={props.label} found={found} active={active} onChoose={choose} />
      ) : null}
    </div>
  );
}

function Selected({ option, onClear }: { option: SearchOption; onClear: () => void }) {
  return (
    <div className="flex items-start justify-between gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-2.5">
      <div className="min-w-0 text-sm">
        <p className="font-medium wrap-anywhere">{option.label}</p>
        {option.detail ? (
          <p className="line-clamp-2 text-xs text-muted wrap-anywhere">{option.detail}</p>
        ) : null}
      </div>
      <IconButton label={`Clear ${option.label}`} size="small" onClick={onClear}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

type OptionListProps = {
  id: string;
  label: string;
  found: Found;
  active: number;
  onChoose: (option: SearchOption) => void;
};

function OptionList({ id, label, found, active, onChoose }: OptionListProps) {
  const message =
    found.state === "failed"
      ? "The list can't be loaded. Check that the server runs, then type again."
      : found.options.length > 0
        ? null
        : found.state === "loading"
          ? "Searching…"
          : "Nothing matches.";
  return (
    <div className="absolute top-full z-30 mt-1 max-h-72 w-full overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-raised">
      {message ? (
        <p role="status" className="px-2 py-1 text-sm text-muted">
          {message}
        </p>
      ) : null}
      <div role="listbox" id={`${id}-list`} aria-label={label}>
        {found.options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys of its options.
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input (aria-activedescendant).
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={cn(
              "cursor-pointer rounded px-2 py-1 text-sm hover:bg-sunken",
              index === active && "bg-accent-soft",
            )}
            // The input would lose its focus, and the list close, before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            <span className="wrap-anywhere">{option.label}</span>
            {option.detail ? <span className="line-clamp-1 text-xs text-muted">{option.detail}</span> : null}
          </div>
        ))}
      </div>
    </div>
  );
}

const restMs = 150;

function useOptions(endpoint: string, text: string, open: boolean): Found {
  const [found, setFound] = useState<Found>({ options: [], state: "idle" });
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setFound((now) => ({ ...now, state: "loading" }));
      const address = `${endpoint}?q=${encodeURIComponent(text)}`;
      const answer = await fetchJson<{ options: SearchOption[] }>(address, { signal: stop.signal });
      if (stop.signal.aborted) return;
      setFound(answer.ok ? { ...answer.value, state: "idle" } : { options: [], state: "failed" });
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [endpoint, text, open]);
  return found;
}
