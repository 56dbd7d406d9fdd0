/**
 * What sets words apart without telling benchmarks apart. Signs that do ("HumanEval" and "HumanEval+") are not here.
 * The database has the same list in its function `benchmark_key`.
 */
const separators =
  /[ \t\n\r.,:;/\\_'"`()[\]{}\u2010\u2011\u2012\u2013\u2014\u2015\u2212]|\u200b|\u200c|\u200d|\ufeff/g;

/**
 * What the spellings of one benchmark have in common: no case, no separators, full-width letters as narrow ones.
 * Between two digits a separator stays, for 2.0 and 20 are different releases. Only A to Z are folded: what a
 * database does with other letters depends on its locale.
 * @returns "swebenchverified" for "SWE-bench Verified", "swe_bench verified " and "SWEbench-Verified"
 */
export function benchmarkKey(name: string): string {
  const folded = name.normalize("NFKC").replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const key = folded
    .replace(separators, "-")
    .replace(/([0-9])-+(?=[0-9])/g, "$1.")
    .replaceAll("-", "");
  return key || name;
}

/** A name as it is stored when it is met first: without spaces around it and runs of them within. */
export function normalizeBenchmarkName(name: string): string {
  return name.trim().replace(/\s+/g, " ") || name;
}
