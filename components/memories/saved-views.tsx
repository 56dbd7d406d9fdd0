"use client";
import { Bookmark, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { callServer } from "#components/ui/call-server.ts";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { deleteViewAction, saveViewAction } from "#lib/memories/actions.ts";
import type { SavedViewRow } from "#lib/memories/saved-views.ts";

type SavedViewsProps = {
  views: SavedViewRow[];
  /** The present URL state, without its "?". */
  query: string;
};

/** Views of this table under a name: open one, save the present one, delete one. */
export function SavedViews({ views, query }: SavedViewsProps) {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button>
          <Bookmark aria-hidden />
          Views
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Saved views">
        <div className="flex flex-col gap-3">
          {views.length === 0 ? (
            <p className="text-sm text-muted">
              No view saved yet. A view is this filter, order and choice of columns.
            </p>
          ) : (
            <ul className="flex flex-col">
              {views.map((view) => (
                <SavedView key={view.id} view={view} />
              ))}
            </ul>
          )}
          <SaveForm query={query} />
        </div>
      </PopoverContent>
    </Popover>
  );
}

function SavedView({ view }: { view: SavedViewRow }) {
  const [pending, startTransition] = useTransition();
  function remove() {
    startTransition(async () => {
      const result = await callServer(() => deleteViewAction(view.id));
      if (!result.ok) toast.error(result.error.message);
    });
  }
  return (
    <li className="flex items-center justify-between gap-2">
      <PopoverClose asChild>
        <Link href={`/memories${view.query ? `?${view.query}` : ""}`} className="link min-w-0 wrap-anywhere">
          {view.name}
        </Link>
      </PopoverClose>
      <IconButton label={`Delete the view ${view.name}`} size="small" pending={pending} onClick={remove}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}

function SaveForm({ query }: { query: string }) {
  const [pending, startTransition] = useTransition();
  const [errors, setErrors] = useState<string[]>([]);
  function save(form: HTMLFormElement) {
    const name = String(new FormData(form).get("name") ?? "");
    startTransition(async () => {
      const result = await callServer(() => saveViewAction({ page: "memories", name, query }));
      if (!result.ok) {
        setErrors(result.error.fields?.["name"] ?? [result.error.message]);
        return;
      }
      setErrors([]);
      form.reset();
      toast(
        result.value.replaced
          ? `The view "${name.trim()}" was replaced.`
          : `Saved the view "${name.trim()}".`,
      );
    });
  }
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
    >
      <Field label="Save this view as" errors={errors} className="flex-1">
        <Input name="name" autoComplete="off" />
      </Field>
      <Button type="submit" pending={pending}>
        Save
      </Button>
    </form>
  );
}
