/** One thing that was looked at. found: what is there; mend: what to do when it isn't fine. */
export type Check = {
  name: string;
  state: "fine" | "warning" | "problem";
  found: string;
  mend: string | null;
};

export function fine(name: string, found: string): Check {
  return { name, state: "fine", found, mend: null };
}

export function warning(name: string, found: string, mend: string): Check {
  return { name, state: "warning", found, mend };
}

export function problem(name: string, found: string, mend: string): Check {
  return { name, state: "problem", found, mend };
}
