/** A number with its sign: "+3.7", "−1.0" with a true minus sign, "0.0" without one for what rounds to 0. */
export function formatSigned(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value > 0 ? "+" : "−"}${text}`;
}
