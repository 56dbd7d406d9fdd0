import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/class-names.ts";
import { type AttentionGroup, attentionGroups } from "#lib/overview/attention-groups.ts";
import { otherItems } from "#lib/overview/other-items.ts";
import type { Attention } from "#lib/overview/schema.ts";

const tones = {
  bad: { icon: CircleAlert, styles: "text-bad" },
  warn: { icon: TriangleAlert, styles: "text-warn" },
  info: { icon: Info, styles: "text-muted" },
} as const;

type AttentionListProps = { attention: Attention; now: Date };

/** What waits for somebody: each kind with its count, its first three, and the way to all of them. */
export function AttentionList({ attention, now }: AttentionListProps) {
  const { groups, clear } = attentionGroups(attention, now);
  const others = otherItems(attention.others);
  return (
    <Card title="Needs attention">
      {groups.length > 0 ? (
        <ul className="flex flex-col gap-3">
          {groups.map((group) => (
            <GroupRow key={group.text} group={group} />
          ))}
        </ul>
      ) : null}
      {clear.length > 0 ? (
        <p className="flex items-center gap-2 text-sm text-muted">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
          {groups.length === 0 && others.length === 0 ? "Nothing needs attention: no " : "No "}
          {inWords(clear)}.
        </p>
      ) : null}
      {others.length > 0 ? (
        <p className="text-xs text-muted">
          Also:{" "}
          {others.map(({ text, href }, index) => (
            <span key={text}>
              {index > 0 ? " · " : ""}
              <Link href={href} className="link inline-block min-h-6 content-center">
                {text}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
    </Card>
  );
}

function GroupRow({ group: { text, href, tone, note, first } }: { group: AttentionGroup }) {
  const { icon: Icon, styles } = tones[tone];
  return (
    <li className="flex min-w-0 gap-2">
      <Icon aria-hidden className={cn("mt-1 size-4 shrink-0", styles)} />
      <div className="min-w-0 flex-1">
        <Link href={href} className="link inline-block min-h-6 content-center font-medium">
          {text}
        </Link>
        {note ? <p className="text-xs text-muted">{note}</p> : null}
        <ul>
          {first.map((line) => (
            <li key={line.id} className="flex min-w-0 items-baseline gap-3 text-xs">
              <Link
                href={line.href}
                title={line.title}
                className="block min-h-6 min-w-0 flex-1 content-center truncate hover:underline"
              >
                {line.title}
              </Link>
              <span className="shrink-0 text-muted">{line.deciding}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

/** "a, b or c". */
function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
