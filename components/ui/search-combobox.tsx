"use client";
import { Command } from "cmdk";
import { X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { IconButton } from "./icon-button.tsx";
import { Input } from "./input.tsx";
import { Popover, PopoverAnchor, PopoverContent } from "./popover.tsx";
import { SearchOptionList } from "./search-option-list.tsx";
import { type SearchOption, useSearchOptions } from "./use-search-options.ts";

export type { SearchOption };

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

/** Picks one of many things by typing words of it; the server searches. Arrow keys, Enter and Escape work. */
export function SearchCombobox(props: SearchComboboxProps) {
  const errorId = useId();
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const found = useSearchOptions(props.endpoint, text, open);
  const [active, setActive] = useState("");
  const activeId = useActiveId(input, `${open} ${active} ${found.options.length}`);

  function choose(option: SearchOption) {
    props.onSelect(option);
    setOpen(false);
    setText("");
  }

  /** Of a closed list the keys are the form's, but for those that open it. */
  function onKeyDown(event: KeyboardEvent) {
    if (open) return;
    event.stopPropagation();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setOpen(true);
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Command
        shouldFilter={false}
        loop
        vimBindings={false}
        value={active}
        onValueChange={setActive}
        className="flex flex-col gap-1"
      >
        <label htmlFor={input?.id} className="text-sm font-medium">
          {props.label}
        </label>
        {props.selected ? <Selected option={props.selected} onClear={() => props.onSelect(null)} /> : null}
        <PopoverAnchor asChild>
          <Command.Input
            asChild
            value={text}
            onValueChange={(next) => {
              setText(next);
              setOpen(true);
            }}
          >
            <Input
              // cmdk finds its input by the id that it gave; the label above takes the place of its own.
              ref={setInput}
              aria-labelledby={undefined}
              aria-expanded={open}
              aria-activedescendant={open ? activeId : undefined}
              aria-invalid={props.errors?.length ? true : undefined}
              aria-describedby={props.errors?.length ? errorId : undefined}
              placeholder={props.selected ? "Type to choose another" : props.placeholder}
              onFocus={() => setOpen(true)}
              onClick={() => setOpen(true)}
              onBlur={() => setOpen(false)}
              onKeyDown={onKeyDown}
            />
          </Command.Input>
        </PopoverAnchor>
        {props.errors?.length ? (
          <p id={errorId} role="alert" className="text-xs text-bad">
            {props.errors.join(" ")}
          </p>
        ) : null}
        {props.description ? <p className="text-xs text-muted">{props.description}</p> : null}
        <PopoverContent
          role="group"
          aria-label={props.label}
          className="max-h-72 w-(--radix-popover-trigger-width) overflow-y-auto p-1"
          // The input keeps the focus: while typing, and when an option or the scroll bar is pressed.
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.target === input && event.preventDefault()}
        >
          <SearchOptionList label={props.label} found={found} onChoose={choose} />
        </PopoverContent>
      </Command>
    </Popover>
  );
}

/**
 * The id of the option that Enter takes. cmdk itself tells it only once an arrow key was pressed.
 * @param state what the option depends on
 */
function useActiveId(input: HTMLElement | null, state: string): string | undefined {
  const [found, setFound] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state has another option.
  useEffect(() => {
    const list = document.getElementById(input?.getAttribute("aria-controls") ?? "");
    setFound(list?.querySelector('[aria-selected="true"]')?.id);
  }, [input, state]);
  return found;
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
