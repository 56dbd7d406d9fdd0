"use client";
import { Command } from "cmdk";
import { CircleHelp, FilePlus2, Library, Moon, Search, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { type ReactNode, useState } from "react";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { navItems } from "./nav-items.ts";
import { useFoundMemories } from "./use-found-memories.ts";

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onHelp: () => void;
};

/** Pages, memories and actions by their first letters. */
export function CommandPalette({ open, onOpenChange, onHelp }: CommandPaletteProps) {
  const [text, setText] = useState("");
  const router = useRouter();
  const { resolvedTheme, setTheme } = useTheme();
  const { found, searching, failure } = useFoundMemories(open ? text : "");

  function run(act: () => void) {
    onOpenChange(false);
    setText("");
    act();
  }
  const go = (href: string) => run(() => router.push(href));
  const dark = resolvedTheme === "dark";

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Go to" className="top-24 translate-y-0">
        <Command label="Pages, memories and actions" className="flex flex-col gap-2">
          <Command.Input
            autoFocus
            value={text}
            onValueChange={setText}
            placeholder="Search pages, memories and actions"
            className="h-9 w-full rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-muted"
          />
          <Command.List className="max-h-[50dvh] overflow-y-auto">
            {failure ? (
              <p role="alert" className="p-2 text-sm text-bad">
                {failure}
              </p>
            ) : null}
            <Command.Empty className="p-2 text-muted">
              {searching ? "Searching" : failure ? null : "No results."}
            </Command.Empty>
            <PaletteGroup heading="Pages">
              {navItems.map(({ href, label, hint, icon: Icon }) => (
                <PaletteItem key={href} value={`${label} ${hint}`} onSelect={() => go(href)}>
                  <Icon aria-hidden />
                  {label}
                  <span className="truncate text-xs text-muted">{hint}</span>
                </PaletteItem>
              ))}
            </PaletteGroup>
            {found.length > 0 ? (
              <PaletteGroup heading="Memories">
                {found.map((memory) => (
                  // The typed words are part of the value: the server has matched them, cmdk must not drop them.
                  <PaletteItem
                    key={memory.id}
                    value={`${memory.title} ${memory.id} ${text}`}
                    onSelect={() => go(`/memories/${memory.id}`)}
                  >
                    <Library aria-hidden />
                    <span className="truncate">{memory.title}</span>
                    <span className="ml-auto shrink-0 text-xs text-muted">
                      {memory.type} · {memory.benchmark}
                    </span>
                  </PaletteItem>
                ))}
              </PaletteGroup>
            ) : null}
            <PaletteGroup heading="Actions">
              {text.trim() ? (
                <PaletteItem
                  value={`search all memories ${text}`}
                  onSelect={() => go(`/memories?q=${encodeURIComponent(text.trim())}`)}
                >
                  <Search aria-hidden />
                  Search all memories for “{text.trim()}”
                </PaletteItem>
              ) : null}
              <PaletteItem value="import files or folders" onSelect={() => go("/import")}>
                <FilePlus2 aria-hidden />
                Import runs or memories
              </PaletteItem>
              <PaletteItem
                value="theme dark light"
                onSelect={() => run(() => setTheme(dark ? "light" : "dark"))}
              >
                {dark ? <Sun aria-hidden /> : <Moon aria-hidden />}
                {dark ? "Light theme" : "Dark theme"}
              </PaletteItem>
              <PaletteItem value="help keys shortcuts" onSelect={() => run(onHelp)}>
                <CircleHelp aria-hidden />
                Keyboard shortcuts
              </PaletteItem>
            </PaletteGroup>
          </Command.List>
        </Command>
      </DialogContent>
    </Dialog>
  );
}

function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

type PaletteItemProps = { value: string; onSelect: () => void; children: ReactNode };

function PaletteItem({ value, onSelect, children }: PaletteItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-8 items-center gap-2 rounded px-2 py-1 data-[selected=true]:bg-accent-soft [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
    >
      {children}
    </Command.Item>
  );
}
