import { createHash } from 'node:crypto';

export const style = `
:root { color-scheme: light dark; --line: light-dark(#d8d8d8, #444); --bad: light-dark(#a8071a, #ff9c9c); --quiet: light-dark(#595959, #b0b0b0) }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem; margin: .5rem 0 }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
.table { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
th { font-weight: 600; white-space: nowrap }
td.number { text-align: end; font-variant-numeric: tabular-nums }
form { display: inline }
button, input { font: inherit; padding: .15rem .6rem }
.bad { color: var(--bad); font-weight: 600 }
.quiet { color: var(--quiet) }
`;

/** What the header of an answer allows besides nothing. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
