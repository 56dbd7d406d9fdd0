import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import { Logo } from "./logo.tsx";

export function HomeLink({ rail = false }: { rail?: boolean }) {
  return (
    <Link
      href="/"
      aria-label={rail ? "Carryover" : undefined}
      className={cn(
        "flex min-h-8 items-center gap-2 rounded-md px-1.5 font-semibold tracking-tight",
        rail && "justify-center px-0",
      )}
    >
      <Logo />
      {rail ? null : "Carryover"}
    </Link>
  );
}
