/** The look of the local pages: the tokens of the product, inlined so that these pages need nothing else. */
export const style = `
:root {
  --ink: #1b2a2e; --ink-soft: #4a5a5e; --paper: #faf8f3; --card: #fff; --line: #ddd6c8; --field: #6b7679;
  --brand: #0b5d57; --brand-deep: #083f3b; --brand-wash: #e3f0ee; --mark: #d9603b;
  --error: #b3261e; --error-wash: #fdecea; --focus: #ffc53d; --radius: 6px;
}
*, ::before, ::after { box-sizing: border-box; }
html { font: 400 100%/1.5 "Atkinson Hyperlegible Next", system-ui, sans-serif; color: var(--ink); background: var(--paper); }
body { margin: 0; font-size: 1.125rem; }
h1, h2 { line-height: 1.15; letter-spacing: -0.01em; margin: 0 0 1rem; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.7rem, 1.3rem + 2vw, 2.5rem); font-weight: 720; } h2 { font-size: 1.3rem; font-weight: 680; }
p, ul, ol, dl { margin: 0 0 1rem; } small { display: block; color: var(--ink-soft); font-size: 1rem; }
a { color: var(--brand); text-underline-offset: 0.18em; text-decoration-thickness: 1px; overflow-wrap: anywhere; }
a:hover { text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 6px var(--focus); border-radius: 3px; }
.wrap { width: min(100% - 2rem, 62rem); margin-inline: auto; }
.top { background: var(--card); border-bottom: 1px solid var(--line); border-top: 6px solid var(--mark); }
.top .wrap { display: flex; gap: 0.4rem 1.2rem; align-items: center; flex-wrap: wrap; padding-block: 0.9rem; }
.top nav { margin-left: auto; display: flex; gap: 0.4rem 1.2rem; flex-wrap: wrap; font-size: 1rem; }
.brand { font-weight: 720; font-size: 1.3rem; color: var(--ink); text-decoration: none; }
.brand span { font-weight: 400; font-size: 1rem; color: var(--ink-soft); }
main { padding-block: clamp(1.5rem, 4vw, 3rem) 4rem; } .lead { font-size: 1.2rem; color: var(--ink-soft); }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.2rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.2rem; min-width: 0; }
.card > :last-child { margin-bottom: 0; } .card ul { padding-left: 1.2rem; }
.now { font-size: 1.2rem; font-weight: 650; }
.row { display: flex; flex-wrap: wrap; gap: 0.6rem; margin-bottom: 1.2rem; }
label { display: block; font-weight: 650; }
input { font: inherit; color: inherit; width: 100%; padding: 0.6rem 0.7rem; margin: 0.3rem 0 0.8rem; border: 2px solid var(--field); border-radius: var(--radius); background: #fff; }
.btn { font: inherit; font-weight: 680; border: 0; border-radius: var(--radius); padding: 0.6rem 1.2rem; background: var(--brand); color: #fff; cursor: pointer; box-shadow: 0 3px 0 var(--brand-deep); }
.btn:hover { background: var(--brand-deep); }
.btn.plain { background: transparent; color: var(--brand); padding: 0.4rem 0.8rem; box-shadow: inset 0 0 0 2px var(--brand); }
.problem { border: 3px solid var(--error); background: var(--error-wash); border-radius: var(--radius); padding: 1.1rem 1.3rem; margin-bottom: 1.8rem; }
.problem > :last-child { margin-bottom: 0; }
.mails { list-style: none; padding: 0; display: grid; gap: 0.8rem; } .mails h2 { margin-bottom: 0.2rem; }
.mails p { overflow-wrap: anywhere; } .meta { color: var(--ink-soft); font-size: 1rem; margin-bottom: 0.6rem; }
.tag { display: inline-block; margin-left: 0.5rem; border-radius: 4px; padding: 0 0.55rem; font-weight: 600; background: var(--brand-wash); color: var(--brand-deep); }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 0.2rem 1rem; font-size: 1rem; }
.facts dt { color: var(--ink-soft); } .facts dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; min-width: 0; }
iframe { width: 100%; height: 42rem; resize: vertical; border: 1px solid var(--line); border-radius: var(--radius); background: #fff; margin-bottom: 1rem; }
details { border-top: 1px solid var(--line); } summary { padding: 0.7rem 0; font-weight: 650; cursor: pointer; color: var(--brand); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 1rem; font-size: 1rem; }
@media (max-width: 30rem) { .facts { grid-template-columns: 1fr; } .facts dd { margin-bottom: 0.5rem; } }
`
