/**
 * How likely each number of marked things is among some drawn without putting back: element i is the chance of i.
 * Equals scipy's `hypergeom.pmf(i, total, marked, drawn)`.
 * @throws RangeError unless all are whole, and marked and drawn between 0 and total
 */
export function hypergeometric(total: number, marked: number, drawn: number): number[] {
  const whole = [total, marked, drawn].every(Number.isInteger);
  if (!whole || marked < 0 || marked > total || drawn < 0 || drawn > total) {
    throw new RangeError(`${drawn} drawn of ${total}, ${marked} of them marked.`);
  }
  const least = Math.max(0, drawn + marked - total);
  const most = Math.min(drawn, marked);
  const terms = new Array<number>(most + 1).fill(0);
  // Each term from the one before, in logarithms: the first one may be far below what a double holds.
  let log = 0;
  const logs = [0];
  for (let i = least + 1; i <= most; i++) {
    log += Math.log(((marked - i + 1) * (drawn - i + 1)) / (i * (total - marked - drawn + i)));
    logs.push(log);
  }
  const largest = Math.max(...logs);
  const sum = logs.reduce((all, each) => all + Math.exp(each - largest), 0);
  logs.forEach((each, i) => {
    terms[least + i] = Math.exp(each - largest) / sum;
  });
  return terms;
}
