/** How high the rows of a table are. */
const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** Row heights in px; both keep a target of 24 px within. */
export const rowHeights: Record<Density, number> = { comfortable: 32, compact: 26 };

/** What a person chose for one table; what was never chosen is as the table wants it. */
export type TableChoices = {
  density?: Density;
  /** By column id: shown or not. */
  columns?: Readonly<Record<string, boolean>>;
};
/** By the name of the table. */
export type AllTableChoices = Readonly<Record<string, TableChoices>>;

/** Holds the choices: a cookie, so that the server draws each table as it was left. */
export const tableCookie = "carryover-tables";
/** Browsers drop a cookie over 4,096 bytes. */
const mostBytes = 3500;

/** The choices of the cookie's value. What is no choice (of another version, by hand) is left out. */
export function readTableChoices(value: string | undefined): AllTableChoices {
  return Object.fromEntries(
    Object.entries(asRecord(parse(value))).flatMap(([name, found]) => {
      const { density, columns } = asRecord(found);
      const known = densities.find((each) => each === density);
      const shown = Object.entries(asRecord(columns)).filter(
        (entry): entry is [string, boolean] => typeof entry[1] === "boolean",
      );
      const choices: TableChoices = {
        ...(known ? { density: known } : {}),
        ...(shown.length > 0 ? { columns: Object.fromEntries(shown) } : {}),
      };
      return Object.keys(choices).length > 0 ? [[name, choices] as const] : [];
    }),
  );
}

/** All choices after a change to one table's, which becomes the last. */
export function withTableChoices(all: AllTableChoices, name: string, choices: TableChoices): AllTableChoices {
  const { [name]: before, ...others } = all;
  return { ...others, [name]: { ...before, ...choices } };
}

/** The cookie's value. Where it would grow too long, the tables changed longest ago are forgotten. */
export function writeTableChoices(all: AllTableChoices): string {
  const value = encodeURIComponent(JSON.stringify(all));
  const [oldest] = Object.keys(all);
  if (value.length <= mostBytes || oldest === undefined) return value;
  const { [oldest]: _forgotten, ...others } = all;
  return writeTableChoices(others);
}

function parse(value: string | undefined): unknown {
  if (!value) return null;
  try {
    return JSON.parse(value.startsWith("%") ? decodeURIComponent(value) : value);
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
