"use client";
import { useEffect, useRef, useState } from "react";
import { Input } from "#components/ui/input.tsx";

const waitMs = 250;

type SearchBoxProps = { value: string; onChange: (value: string) => void };

/** Asks when typing pauses, at once on Enter or when left. Takes over a value that came from elsewhere (a saved view). */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (asked !== value) {
    setAsked(value);
    setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(text: string) {
    clearTimeout(timer.current);
    setAsked(text);
    onChange(text);
  }
  return (
    <search className="min-w-0 basis-full sm:max-w-md sm:flex-1 sm:basis-0">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
      >
        <Input
          type="search"
          aria-label="Search memories"
          placeholder="Search title, task and content"
          value={typed}
          // Whoever leaves to open a result must not be brought back by an answer to what was typed before.
          onBlur={() => typed !== asked && ask(typed)}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => ask(text), waitMs);
          }}
        />
      </form>
    </search>
  );
}
