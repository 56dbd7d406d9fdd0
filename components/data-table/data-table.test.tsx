// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeCookie } from "#components/ui/write-cookie.ts";
import { DataTable } from "./data-table.tsx";
import { dataTableColumns } from "./features.ts";
import { readTableChoices, rowHeights, tableCookie } from "./table-choices.ts";
import { TableChoicesProvider } from "./table-choices-provider.tsx";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
afterEach(() => {
  cleanup();
  push.mockClear();
  vi.restoreAllMocks();
  writeCookie(tableCookie, "");
});

type Row = { id: string; name: string; model: string; size: number };
const column = dataTableColumns<Row>();
const columns = [
  column.accessor("name", { id: "name", header: "Name", enableHiding: false }),
  column.accessor("model", { id: "model", header: "Model" }),
  column.accessor("size", { id: "size", header: "Size" }),
];
const rows: Row[] = ["ant", "bee", "cat"].map((name, size) => ({ id: name, name, model: "same", size }));

type ExampleProps = { total?: number; cookie?: string; ownPeek?: boolean };

function Example({ total = rows.length, cookie, ownPeek = true }: ExampleProps) {
  const [selected, setSelected] = useState<string[]>([]);
  return (
    <TableChoicesProvider cookie={cookie}>
      <DataTable
        label="Animals"
        columns={columns}
        rows={rows}
        rowCount={total}
        getRowId={(row) => row.id}
        getRowHref={(row) => `/animals/${row.id}`}
        getRowLabel={(row) => row.name}
        pageSize={50}
        onPageChange={() => undefined}
        selectedIds={selected}
        onSelectedIdsChange={setSelected}
        {...(ownPeek ? { peek: (row: Row) => <p>All of {row.name}</p> } : {})}
      />
    </TableChoicesProvider>
  );
}

const headers = () => screen.getAllByRole("columnheader").map((header) => header.textContent);
const stored = () =>
  readTableChoices(document.cookie.match(new RegExp(`${tableCookie}=([^;]*)`))?.[1])["Animals"];
const heightOf = (name: string) =>
  screen.getByText(name).closest("[data-slot=data-table]")?.getAttribute("data-density");

async function choose(name: string) {
  await userEvent.click(screen.getByRole("button", { name: "Columns" }));
  await userEvent.click(screen.getByRole("menuitemcheckbox", { name }));
}

describe("DataTable", () => {
  it("hides what every row says alike, until it is asked for", async () => {
    render(<Example />);
    expect(headers()).toEqual(["", "Name", "Size"]);
    await choose("Model");
    expect(screen.getAllByText("same")).toHaveLength(3);
    expect(stored()).toEqual({ columns: { model: true } });
  });

  it("shows it where another page may differ", () => {
    render(<Example total={60} />);
    expect(headers()).toEqual(["", "Name", "Model", "Size"]);
  });

  it("remembers columns and density, and the server draws by them", async () => {
    render(<Example total={60} />);
    await choose("Size");
    await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "Compact rows" }));
    expect(headers()).toEqual(["", "Name", "Model"]);
    expect(heightOf("ant")).toBe("compact");
    expect(stored()).toEqual({ columns: { size: false }, density: "compact" });
    const html = renderToString(<Example total={60} cookie={JSON.stringify({ Animals: stored() })} />);
    expect(html).not.toContain("Size");
    expect(html).toContain('data-density="compact"');
  });

  it("tells the address which columns are hidden, what is remembered included", async () => {
    const tell = vi.fn();
    const table = { columns, rows, rowCount: 60, getRowId: (row: Row) => row.id };
    render(
      <TableChoicesProvider cookie='{"Animals":{"columns":{"size":false}}}'>
        <DataTable {...table} label="Animals" onHiddenColumnsChange={tell} />
      </TableChoicesProvider>,
    );
    expect(headers()).toEqual(["Name", "Model"]);
    await choose("Model");
    expect(tell).toHaveBeenCalledWith(["model", "size"]);
  });

  it("ignores a cookie that says nothing", () => {
    render(
      <Example total={60} cookie='{"Animals":{"density":"tiny","columns":{"name":false,"gone":false}}}' />,
    );
    expect(headers()).toEqual(["", "Name", "Model", "Size"]);
    expect(heightOf("ant")).toBe("comfortable");
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

describe("peeking", () => {
  it("looks at the row with the focus, follows j and k, and closes by the same key", async () => {
    render(<Example />);
    await userEvent.keyboard("jj[Space]");
    expect(screen.getByText("All of bee")).toBeTruthy();
    await userEvent.keyboard("j");
    expect(screen.getByText("All of cat")).toBeTruthy();
    await userEvent.keyboard("[Space]");
    expect(screen.queryByText("All of cat")).toBeNull();
  });

  it("closes by Escape as well", async () => {
    render(<Example />);
    await userEvent.keyboard("j[Space]");
    expect(screen.getByText("All of ant")).toBeTruthy();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByText("All of ant")).toBeNull();
  });

  it("shows every column where the list has no look of its own, hidden ones too", async () => {
    render(<Example ownPeek={false} />);
    await userEvent.keyboard("jj[Space]");
    const peek = screen.getByRole("complementary", { name: "Focused row" });
    expect([...peek.querySelectorAll("dt, dd")].map(({ textContent }) => textContent)).toEqual([
      "Name",
      "bee",
      "Model",
      "same",
      "Size",
      "1",
    ]);
  });
});

function Tables() {
  const table = { columns, rows, getRowId: (row: Row) => row.id };
  return (
    <>
      <DataTable {...table} label="Plain" plain getRowHref={() => "/plain"} />
      <DataTable {...table} label="First" getRowHref={() => "/first"} />
      <DataTable {...table} label="Second" getRowHref={() => "/second"} />
    </>
  );
}

describe("several tables on a page", () => {
  it("means the first list by keys, until another table has the focus", async () => {
    render(<Tables />);
    await userEvent.keyboard("j{Enter}");
    expect(push.mock.calls).toEqual([["/first"]]);
    within(screen.getByRole("table", { name: "Second" }))
      .getAllByRole("row")[1]
      ?.focus();
    await userEvent.keyboard("{Enter}");
    within(screen.getByRole("table", { name: "Plain" }))
      .getAllByRole("row")[1]
      ?.focus();
    await userEvent.keyboard("j{Enter}[Space]");
    expect(push.mock.calls).toEqual([["/first"], ["/second"], ["/plain"]]);
    expect(screen.getAllByRole("complementary")).toHaveLength(1);
  });

  it("draws a plain one with all columns and without chooser and pages", () => {
    render(<Tables />);
    const plain = screen.getByRole("table", { name: "Plain" });
    expect(within(plain).getAllByRole("columnheader")).toHaveLength(3);
    expect(screen.getAllByRole("button", { name: "Columns" })).toHaveLength(2);
    expect(screen.queryByRole("navigation", { name: "Pages" })).toBeNull();
  });
});

describe("a long table", () => {
  it("draws the rows in view, and holds the place of the others", () => {
    // happy-dom lays nothing out.
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(700);
    const many = Array.from({ length: 500 }, (_, size) => ({
      id: `${size}`,
      name: `n${size}`,
      model: "m",
      size,
    }));
    render(<DataTable label="Many" columns={columns} rows={many} getRowId={(row) => row.id} />);
    const body = screen.getByRole("table").querySelector("tbody");
    const drawn = body?.querySelectorAll("[data-row-id]").length ?? 0;
    expect(drawn).toBeGreaterThan(20);
    expect(drawn).toBeLessThan(80);
    const spacer = body?.querySelector<HTMLElement>("tr[aria-hidden]");
    expect(Number.parseFloat(spacer?.style.height ?? "")).toBe((500 - drawn) * rowHeights.comfortable);
  });
});
