"use client";
import { Menu } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Sheet, SheetContent, SheetTrigger } from "#components/ui/sheet.tsx";
import { MainNav } from "./main-nav.tsx";

/** The navigation of narrow windows; it closes when a page was chosen. */
export function MobileMenu() {
  const [open, setOpen] = useState(false);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger asChild>
        <IconButton label="Menu" className="lg:hidden">
          <Menu aria-hidden />
        </IconButton>
      </SheetTrigger>
      <SheetContent title="Carryover" side="left">
        <MainNav onNavigate={() => setOpen(false)} />
      </SheetContent>
    </Sheet>
  );
}
