import type { TableChoices } from "./table-choices.ts";

type HiddenColumnsInput = {
  /** Ids of columns that may be hidden. */
  ids: readonly string[];
  /** Hidden by the address, which outranks what was chosen on this machine; undefined = it says nothing. */
  byAddress: readonly string[] | undefined;
  /** Hidden until asked for. */
  initially: readonly string[];
  /** Columns that say the same in every row. */
  constant: readonly string[];
  chosen: NonNullable<TableChoices["columns"]>;
  /** The column sorted by: it stays. */
  sortedBy: string | undefined;
};

/** Which columns are not shown. */
export function hiddenColumnIds(input: HiddenColumnsInput): string[] {
  const { ids, byAddress, initially, constant, chosen, sortedBy } = input;
  const isConstant = (id: string) => constant.includes(id) && id !== sortedBy;
  return ids.filter((id) => {
    if (byAddress) return byAddress.includes(id) || (isConstant(id) && chosen[id] !== true);
    const choice = chosen[id];
    return choice === undefined ? initially.includes(id) || isConstant(id) : !choice;
  });
}
