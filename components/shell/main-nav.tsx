"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#components/ui/class-names.ts";
import { activeHref, navItems } from "./nav-items.ts";

export function MainNav({ onNavigate }: { onNavigate?: () => void }) {
  const active = activeHref(usePathname());
  return (
    <nav aria-label="Main" className="flex flex-col gap-0.5">
      {navItems.map(({ href, label, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={active === href ? "page" : undefined}
          {...(onNavigate ? { onClick: onNavigate } : {})}
          className={cn(
            "flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-sm text-muted hover:bg-sunken hover:text-foreground",
            active === href &&
              "bg-accent-soft font-medium text-accent hover:bg-accent-soft hover:text-accent",
          )}
        >
          <Icon aria-hidden className="size-4 shrink-0" />
          {label}
        </Link>
      ))}
    </nav>
  );
}
