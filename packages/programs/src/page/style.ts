// The style sheet of reports. Light and dark by the reader's setting, one column on a phone.

export const style = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --panel: #f6f7f9; --line: #d9dde3; --text: #1c2026; --quiet: #5b6470;
  --dropout: #0b62c4; --plain: #c2540a; --warn-ground: #fff3d6; --warn-line: #b7791f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --panel: #1d2126; --line: #343a42; --text: #e7eaee; --quiet: #9aa4b0;
    --dropout: #6cb0ff; --plain: #ff9d57; --warn-ground: #3a2e12; --warn-line: #d9a441;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 4px; text-wrap: balance; }
h2 { font-size: 1.2rem; margin: 40px 0 12px; }
p { margin: 0 0 8px; max-width: 72ch; }
.quiet { color: var(--quiet); }
.notice { margin: 16px 0; padding: 12px 16px; border: 2px solid var(--warn-line); border-radius: 8px; background: var(--warn-ground); font-weight: 600; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr)); gap: 12px; margin: 20px 0; }
.card { background: var(--panel); border: 1px solid var(--line); border-left: 4px solid var(--net); border-radius: 8px; padding: 12px 16px; }
.card strong { display: block; font-size: 1.9rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 330px), 1fr)); gap: 16px; }
.wide { grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); }
figure { margin: 0; padding: 12px; background: var(--panel); border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
figcaption { font-weight: 600; font-size: .95rem; margin-bottom: 6px; }
figure svg { display: block; width: 100%; height: auto; }
.legend { display: flex; flex-wrap: wrap; gap: 16px; margin: 0 0 12px; padding: 0; list-style: none; }
.legend li::before { content: ""; display: inline-block; width: 14px; height: 4px; margin-right: 6px; vertical-align: middle; border-radius: 2px; background: var(--net); }
.kernels { width: 100%; max-width: 420px; height: auto; image-rendering: pixelated; border-radius: 4px; }
.images { display: grid; grid-template-columns: repeat(auto-fill, minmax(132px, 1fr)); gap: 12px; margin: 0; padding: 0; list-style: none; }
.images li { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 8px; font-size: .85rem; line-height: 1.4; }
.images img { display: block; width: 100%; height: auto; image-rendering: pixelated; border-radius: 4px; margin-bottom: 4px; }
.answer { display: block; overflow-wrap: anywhere; border-left: 3px solid var(--net); padding-left: 6px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 4px 16px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; white-space: nowrap; }
td.number, th.number { text-align: right; }
.dropout { --net: var(--dropout); }
.plain { --net: var(--plain); }
`;
