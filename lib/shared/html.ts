/** Markup that may stand in a page as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[] | null;

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Markup with values in it: html`<td title="${name}">${name}</td>`. Every text is escaped, for elements and for quoted
 * attributes alike; null is nothing; only what this function made goes in as it is.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings.map((text, i) => text + (i < parts.length ? written(parts[i] ?? null) : "")).join(""),
  );
}

function written(part: Part): string {
  if (part === null) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map((each) => each.text).join("");
  return String(part).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
