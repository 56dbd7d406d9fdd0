// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DataTable } from "./data-table.tsx";
import { dataTableColumns } from "./features.ts";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
afterEach(() => {
  cleanup();
  push.mockClear();
});

type Row = { id: string; name: string; model: string; size: number };
const column = dataTableColumns<Row>();
const columns = [
  column.accessor("name", { id: "name", header: "Name", enableHiding: false }),
  column.accessor("model", { id: "model", header: "Model" }),
  column.accessor("size", { id: "size", header: "Size" }),
];
const rows: Row[] = ["ant", "bee", "cat"].map((name, size) => ({ id: name, name, model: "same", size }));

function Example({ total = rows.length }: { total?: number }) {
  const [selected, setSelected] = useState<string[]>([]);
  const [hidden, setHidden] = useState<string[]>([]);
  return (
    <DataTable
      label="Animals"
      columns={columns}
      rows={rows}
      rowCount={total}
      getRowId={(row) => row.id}
      getRowHref={(row) => `/animals/${row.id}`}
      getRowLabel={(row) => row.name}
      sort={null}
      onSortChange={() => undefined}
      pageIndex={0}
      pageSize={50}
      onPageChange={() => undefined}
      selectedIds={selected}
      onSelectedIdsChange={setSelected}
      hiddenColumns={hidden}
      onHiddenColumnsChange={setHidden}
      peek={(row) => <p>All of {row.name}</p>}
    />
  );
}

const headers = () => screen.getAllByRole("columnheader").map((header) => header.textContent);

describe("DataTable", () => {
  it("hides what every row says alike, until it is asked for", async () => {
    render(<Example />);
    expect(headers()).toEqual(["", "Name", "Size"]);
    await userEvent.click(screen.getByRole("button", { name: "Columns" }));
    await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "Model" }));
    expect(screen.getAllByText("same")).toHaveLength(3);
  });

  it("shows it where another page may differ", () => {
    render(<Example total={60} />);
    expect(headers()).toEqual(["", "Name", "Model", "Size"]);
  });

  it("peeks at the row with the focus, follows j and k, and closes by the same key", async () => {
    render(<Example />);
    await userEvent.keyboard("jj[Space]");
    expect(screen.getByText("All of bee")).toBeTruthy();
    await userEvent.keyboard("j");
    expect(screen.getByText("All of cat")).toBeTruthy();
    await userEvent.keyboard("[Space]");
    expect(screen.queryByText("All of cat")).toBeNull();
  });

  it("opens and selects by key", async () => {
    render(<Example />);
    await userEvent.keyboard("jjx{Enter}");
    const bee = screen.getByRole("checkbox", { name: "Select bee" });
    expect((bee as HTMLInputElement).checked).toBe(true);
    expect(push).toHaveBeenCalledWith("/animals/bee");
    expect(within(screen.getByRole("table")).getAllByRole("row")).toHaveLength(4);
  });
});
