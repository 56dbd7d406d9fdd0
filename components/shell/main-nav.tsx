"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#components/ui/class-names.ts";
import { activeHref, type NavItem, navGroups } from "./nav-items.ts";

type MainNavProps = {
  /** Icons alone; their labels are spoken and shown on hover. */
  rail?: boolean;
  onNavigate?: () => void;
};

export function MainNav({ rail = false, onNavigate }: MainNavProps) {
  const active = activeHref(usePathname());
  return (
    <nav aria-label="Main" className="flex flex-col gap-3">
      {navGroups.map(({ title, items }) => (
        <div key={title ?? ""} className="flex flex-col gap-0.5">
          {title && !rail ? <p className="px-2 pb-0.5 text-xs text-muted">{title}</p> : null}
          {title && rail ? <hr className="mx-2 mb-1 border-line" /> : null}
          {items.map((item) => (
            <NavLink
              key={item.href}
              item={item}
              rail={rail}
              current={active === item.href}
              {...(onNavigate ? { onNavigate } : {})}
            />
          ))}
        </div>
      ))}
    </nav>
  );
}

type NavLinkProps = { item: NavItem; rail: boolean; current: boolean; onNavigate?: () => void };

function NavLink({ item: { href, label, icon: Icon }, rail, current, onNavigate }: NavLinkProps) {
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      aria-label={rail ? label : undefined}
      title={rail ? label : undefined}
      {...(onNavigate ? { onClick: onNavigate } : {})}
      className={cn(
        "flex min-h-8 items-center gap-2.5 rounded-md px-2 text-sm text-muted hover:bg-sunken hover:text-foreground",
        rail && "justify-center px-0",
        current && "bg-accent-soft font-medium text-accent hover:bg-accent-soft hover:text-accent",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {rail ? null : label}
    </Link>
  );
}
