import { expect, it } from "vitest";
import { html } from "./html.ts";

it("escapes texts, and takes what it made as it is", () => {
  const name = `<script>alert("1")</script> & 'x'`;
  const cell = html`<td title="${name}">${name}${null}${3}</td>`;
  const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;";
  expect(html`<tr>${[cell, cell]}</tr>`.text).toBe(
    `<tr>${`<td title="${escaped}">${escaped}3</td>`.repeat(2)}</tr>`,
  );
});
