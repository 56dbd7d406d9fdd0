import { Html } from "#lib/shared/html.ts";

/** System fonts, light and dark, and readable on paper. */
export const reportStyle = new Html(`
:root { color-scheme: light dark; --line: #d4d8de; --muted: #59616e; --good: #1a6b3c; --bad: #a8211b; --soft: #f4f6f8; }
@media (prefers-color-scheme: dark) { :root { --line: #3b424c; --muted: #a1a9b5; --good: #6fd39b; --bad: #ff9a92; --soft: #1d2127; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 82rem; font: 14px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.15rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: 0 0 .35rem; }
section { margin-top: 1.25rem; }
p { margin: .2rem 0 .4rem; }
.small { font-size: .8rem; color: var(--muted); }
.verdict { border: 1px solid var(--line); border-left-width: 5px; border-radius: 6px; padding: .6rem .8rem; background: var(--soft); }
.verdict.better { border-left-color: var(--good); }
.verdict.worse { border-left-color: var(--bad); }
.figures { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; list-style: none; margin: .5rem 0; padding: 0; }
.figures b { font-size: 1.1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-size: .8rem; color: var(--muted); padding-bottom: .25rem; }
th, td { padding: .2rem .55rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom-width: 2px; vertical-align: bottom; min-width: 4rem; }
thead th.n { white-space: normal; }
td:first-child { min-width: 9rem; }
.n { text-align: right; white-space: nowrap; }
th button { all: unset; cursor: pointer; font-weight: 600; }
th button:focus-visible { outline: 2px solid; outline-offset: 2px; }
th[aria-sort="ascending"] button::after { content: " ▲"; }
th[aria-sort="descending"] button::after { content: " ▼"; }
.gained, .up { color: var(--good); }
.lost, .down { color: var(--bad); }
.none { color: var(--muted); }
.filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin-bottom: .5rem; }
.filters[hidden] { display: none; }
@media print { .filters { display: none; } body { max-width: none; } }
`);
