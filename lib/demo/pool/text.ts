/** Values for the slots of a template. */
export type Slots = Readonly<Record<string, string>>;

/** Replaces each {slot} that has a value; other braces (shell, JSON) are text and stay. */
export function fill(template: string, slots: Slots): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) => slots[name] ?? whole);
}

/** First letter in upper case, one full stop (or what stands there already) at the end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const ended = /[.!?]["”)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return capitalize(ended);
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  // "API checks" keeps its capitals.
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Lower-case words joined by hyphens, for task names. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:an?|the) /, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The set of lower-case words of a text. */
export function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Shared words over all words of two sets: 0 to 1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}
