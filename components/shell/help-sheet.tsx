"use client";
import { Kbd } from "#components/ui/kbd.tsx";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";
import { keyHelp } from "./key-help.ts";

type HelpSheetProps = { open: boolean; onOpenChange: (open: boolean) => void };

export function HelpSheet({ open, onOpenChange }: HelpSheetProps) {
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent title="Keyboard shortcuts" description="Off while you type in a field.">
        {keyHelp.map((group) => (
          <section key={group.title} className="flex flex-col gap-1">
            <h3 className="text-xs font-semibold text-muted">{group.title}</h3>
            <dl className="grid grid-cols-[6rem_1fr] gap-x-4 gap-y-1.5">
              {group.keys.map((row) => (
                <div key={row.does} className="contents">
                  <dt className="flex items-start gap-1">
                    {row.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{row.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </SheetContent>
    </Sheet>
  );
}
