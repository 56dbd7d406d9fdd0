"use client";
import { SlidersHorizontal } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "#components/ui/button.tsx";
import { Sheet, SheetContent, SheetTrigger } from "#components/ui/sheet.tsx";
import { FacetPanel } from "./facet-panel.tsx";

/** The filters on a narrow window, where there is no room beside the table. */
export function FacetSheet({ active, ...panel }: ComponentProps<typeof FacetPanel> & { active: number }) {
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button className="lg:hidden">
          <SlidersHorizontal aria-hidden />
          Filters{active > 0 ? ` (${active})` : ""}
        </Button>
      </SheetTrigger>
      <SheetContent title="Filters" side="left">
        <FacetPanel {...panel} />
      </SheetContent>
    </Sheet>
  );
}
