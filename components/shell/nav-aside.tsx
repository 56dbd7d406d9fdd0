"use client";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useState } from "react";
import { cn } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { writeCookie } from "#components/ui/write-cookie.ts";
import { HomeLink } from "./home-link.tsx";
import { MainNav } from "./main-nav.tsx";
import { navCookie } from "./nav-cookie.ts";
import { useHotkeys } from "./use-hotkeys.ts";

/** The navigation of wide windows, which folds to a rail of icons; a cookie remembers it, so that no page jumps. */
export function NavAside({ startsAsRail }: { startsAsRail: boolean }) {
  const [rail, setRail] = useState(startsAsRail);
  function toggle() {
    writeCookie(navCookie, rail ? "wide" : "rail");
    setRail(!rail);
  }
  useHotkeys({ "[": toggle });
  return (
    <aside
      className={cn(
        "sticky top-0 hidden h-dvh shrink-0 flex-col gap-3 overflow-y-auto border-r border-line bg-surface py-2 lg:flex",
        rail ? "w-12 px-1.5" : "w-44 px-2",
      )}
    >
      <HomeLink rail={rail} />
      <MainNav rail={rail} />
      <IconButton
        label={rail ? "Expand the navigation ([)" : "Collapse the navigation ([)"}
        aria-keyshortcuts="["
        className={cn("mt-auto text-muted", rail ? "self-center" : "self-end")}
        onClick={toggle}
      >
        {rail ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
      </IconButton>
    </aside>
  );
}
