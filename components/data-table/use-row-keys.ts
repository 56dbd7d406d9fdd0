"use client";
import type { RowData, Row as TableRow } from "@tanstack/react-table";
import { useRouter } from "next/navigation";
import { type RefObject, useState } from "react";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import type { DataTableFeatures } from "./features.ts";

export type RowKeys<Row> = Readonly<Record<string, (row: Row) => void>>;

type RowKeysInput<Row extends RowData> = {
  rows: TableRow<DataTableFeatures, Row>[];
  bodyRef: RefObject<HTMLTableSectionElement | null>;
  selectable: boolean;
  rowKeys: RowKeys<Row> | undefined;
  /** Brings a row that is not drawn into view. */
  reveal: (index: number) => void;
  /** Opens or closes the look at the row with the focus. */
  onPeek: () => void;
  /** Closes it; false where it is closed already. */
  onEscape: () => boolean;
  /** Takes keys only once it has the focus. */
  plain: boolean;
};

/** j and k move the focus by rows, Enter opens, Space peeks, x selects; further keys act on the row with the focus. */
export function useRowKeys<Row extends RowData>(input: RowKeysInput<Row>) {
  const { rows, bodyRef, selectable, rowKeys, reveal, onPeek, onEscape, plain } = input;
  const router = useRouter();
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const index = rows.findIndex((row) => row.id === focusedId);
  const focused = rows[index];

  function move(step: number) {
    const nextIndex = Math.min(rows.length - 1, Math.max(0, index === -1 ? 0 : index + step));
    const next = rows[nextIndex];
    if (!next) return;
    setFocusedId(next.id);
    const element = elementOf(next.id);
    if (element) focusRow(element);
    else {
      reveal(nextIndex);
      requestAnimationFrame(() => focusRow(elementOf(next.id)));
    }
  }

  function elementOf(id: string): HTMLElement | null {
    return bodyRef.current?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`) ?? null;
  }

  function ifMeant(act: () => void) {
    return () => {
      const meant = isMeant(bodyRef.current, plain);
      if (meant) act();
      return meant;
    };
  }

  function onRow(act: (row: TableRow<DataTableFeatures, Row>) => void) {
    return ifMeant(() => {
      if (focused) act(focused);
    });
  }

  useHotkeys({
    j: ifMeant(() => move(1)),
    k: ifMeant(() => move(-1)),
    Enter: onRow((row) => {
      const href = elementOf(row.id)?.dataset["href"];
      if (href) router.push(href);
    }),
    ...(selectable
      ? {
          // Through the handler, so that a Shift click later selects the range from here.
          x: onRow((row) => row.getToggleSelectedHandler()({ target: { checked: !row.getIsSelected() } })),
        }
      : {}),
    Space: ifMeant(onPeek),
    ["Escape"]: () => isMeant(bodyRef.current, plain) && onEscape(),
    ...Object.fromEntries(
      Object.entries(rowKeys ?? {}).map(([key, act]) => [key, onRow((row) => act(row.original))]),
    ),
  });

  // Without a focus of its own the table is entered at its first row.
  return { focusedId: focused?.id ?? rows[0]?.id ?? null, setFocusedId };
}

/** Of several tables on a page the keys mean the one with the focus, else the first list. */
function isMeant(body: HTMLElement | null, plain: boolean): boolean {
  const own = body?.closest("[data-slot=data-table]");
  if (!own) return false;
  const withFocus = document.activeElement?.closest("[data-slot=data-table]");
  if (withFocus) return withFocus === own;
  return !plain && document.querySelector("[data-slot=data-table]:not([data-plain])") === own;
}

function focusRow(element: HTMLElement | null): void {
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
}
