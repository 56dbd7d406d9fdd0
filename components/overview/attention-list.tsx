import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/class-names.ts";
import { type AttentionItem, attentionItems } from "#lib/overview/attention-items.ts";
import type { Attention } from "#lib/overview/schema.ts";

const tones = {
  bad: { icon: CircleAlert, styles: "text-bad" },
  warn: { icon: TriangleAlert, styles: "text-warn" },
  info: { icon: Info, styles: "text-muted" },
} as const;

export function AttentionList({ attention }: { attention: Attention }) {
  const items = attentionItems(attention);
  return (
    <Card title="Needs attention">
      {items.length === 0 ? (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden className="size-4 text-good" />
          Nothing waits: no failed job, harmful or expired memory, stale embedding, lint finding or open
          draft.
        </p>
      ) : (
        <ul className="flex flex-col gap-2">
          {items.map((item) => (
            <AttentionRow key={item.text} item={item} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function AttentionRow({ item }: { item: AttentionItem }) {
  const { icon: Icon, styles } = tones[item.tone];
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", styles)} />
      <span>
        <Link href={item.href} className="link">
          {item.text}
        </Link>
        <span className="block text-xs text-muted">{item.advice}</span>
      </span>
    </li>
  );
}
