/** The style of a report: light and dark, on paper, and at any width. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#5b6472;--line:#d9dee6;--paper:#fff;--ground:#f5f7fa;--bad:#b3261e;--doubt:#8a5a00;--bar:#3b6ea5}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#a3adba;--line:#39424f;--paper:#181d24;--ground:#10141a;--bad:#ff8a80;--doubt:#ffcc66;--bar:#6ea8e0}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,"Segoe UI",sans-serif}
main{max-width:78rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
p{margin:.25rem 0;max-width:60rem}
.soft{color:var(--soft)}
.totals{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0;padding:0;list-style:none}
.totals li{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .9rem}
.totals strong{display:block;font-size:1.4rem;line-height:1.2}
.charts{display:flex;flex-wrap:wrap;gap:1rem}
figure{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;margin:0;padding:.75rem;flex:1 1 22rem;max-width:38rem}
figcaption{font-weight:600;margin-bottom:.5rem}
svg{width:100%;height:auto;font-size:12px}
svg text{fill:var(--ink);dominant-baseline:middle}
svg .label{text-anchor:end}
svg rect{fill:var(--bar)}
form{display:flex;flex-wrap:wrap;gap:.75rem;margin:.5rem 0}
label{color:var(--soft)}
input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.35rem;padding:.3rem .5rem}
input{min-width:14rem}
.scroll{overflow-x:auto;background:var(--paper);border:1px solid var(--line);border-radius:.5rem}
table{border-collapse:collapse;width:100%}
th,td{padding:.5rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{white-space:nowrap;overflow-wrap:normal}
th button{border:0;background:none;padding:0;font-weight:600;cursor:pointer}
th[aria-sort=ascending] button::after{content:" \\25B2"}
th[aria-sort=descending] button::after{content:" \\25BC"}
td ul{margin:0;padding:0;list-style:none}
td:first-child,td:nth-child(2){white-space:nowrap;overflow-wrap:normal}
tr:last-child td{border-bottom:0}
.confirmed,.likely{color:var(--bad);font-weight:600}
.possible{color:var(--doubt);font-weight:600}
details{background:var(--paper);border:1px solid var(--line);border-radius:.35rem;margin:.35rem 0}
summary{cursor:pointer;padding:.4rem .75rem;overflow-wrap:anywhere}
pre{margin:0;padding:.5rem .75rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.5 ui-monospace,Consolas,monospace}
a{color:inherit}
:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
@media print{form{display:none}body{background:#fff}main{max-width:none;padding:0}.scroll{overflow:visible;border:0}tr,figure{break-inside:avoid}thead{display:table-header-group}}
`;

/** What a policy of a page knows the style by: SHA-256 in base64. A test compares it. */
export const PAGE_STYLE_HASH = 'nnYhK3Vn4kr4hrM8ik1QWGs9SJm1cWhAezuvE9v/vD0=';
