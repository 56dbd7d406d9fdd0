"use client";
import { CircleHelp, Search } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { HelpSheet } from "./help-sheet.tsx";
import { JobIndicator } from "./job-indicator.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";
import { useHotkeys } from "./use-hotkeys.ts";

/** The page's own search field, if it has one: an <input type="search"> in the main part. */
function pageSearch(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("main input[type=search]:not(:disabled)");
}

/** The right end of the header, and the keys that work on every page. */
export function ShellTools({ activeJobs }: { activeJobs: number }) {
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  useHotkeys({
    "$mod+k": () => setPalette(true),
    "[Shift]+?": () => setHelp(true),
    "[Shift]+/": () => {
      const field = pageSearch();
      if (field) field.focus();
      else setPalette(true);
    },
  });
  return (
    <div className="ml-auto flex items-center gap-1">
      <Button onClick={() => setPalette(true)} className="text-muted max-sm:hidden">
        <Search aria-hidden />
        Find a page or memory <Kbd>Ctrl K</Kbd>
      </Button>
      <IconButton label="Find a page or memory" className="sm:hidden" onClick={() => setPalette(true)}>
        <Search aria-hidden />
      </IconButton>
      <JobIndicator key={activeJobs} initial={activeJobs} />
      <IconButton label="Keyboard shortcuts" onClick={() => setHelp(true)}>
        <CircleHelp aria-hidden />
      </IconButton>
      <ThemeToggle />
      <CommandPalette open={palette} onOpenChange={setPalette} onHelp={() => setHelp(true)} />
      <HelpSheet open={help} onOpenChange={setHelp} />
    </div>
  );
}
