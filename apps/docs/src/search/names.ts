// PyTorch's names and what stands for them here, out of the tables of the documents. Writes nothing: the documents are the source.

/** One row of a table: Markdown of its cells. */
export interface NameRow {
  readonly pytorch: string;
  readonly ours: string;
  readonly differences: string;
}

/** The rows of all tables of a document whose first column is PyTorch's. */
export function nameRows(text: string): NameRow[] {
  const rows: NameRow[] = [];
  let columns: readonly string[] | null = null;
  for (const line of text.split("\n")) {
    const cells = cellsOf(line);
    if (cells === null) columns = null;
    else if (columns === null) columns = cells;
    else if (columns[0] === "PyTorch" && !cells.every((cell) => /^-*$/.test(cell))) {
      const at = (...names: string[]): string => cells[columns!.findIndex((one) => names.includes(one))] ?? "";
      rows.push({ pytorch: cells[0]!, ours: at("Bernoulli", "here"), differences: at("differences") });
    }
  }
  return rows;
}

/** The cells of a line of a table; null where it is none. A `\|` is no border. */
function cellsOf(line: string): string[] | null {
  if (!/^\|.*\|\s*$/.test(line)) return null;
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** The HTML of a cell: code, links and text, all else escaped. */
export function cellHtml(cell: string): string {
  const escaped = (text: string): string =>
    text
      .replace(/\\([_*[\]])/g, "$1")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;");
  return cell
    .split(/(`[^`]+`|\[[^\]]+\]\([^)]+\))/)
    .map((part) => {
      const code = /^`([^`]+)`$/.exec(part);
      if (code) return `<code>${escaped(code[1]!)}</code>`;
      const link = /^\[([^\]]+)\]\((https:[^)]+)\)$/.exec(part);
      if (link) return `<a href="${escaped(link[2]!)}" target="_blank" rel="noreferrer">${escaped(link[1]!)}</a>`;
      const inner = /^\[([^\]]+)\]\(/.exec(part);
      return escaped(inner ? inner[1]! : part);
    })
    .join("");
}

/** What a search looks at: names in either spelling, without marks. */
export function searched({ pytorch, ours }: NameRow): string {
  return `${pytorch} ${ours}`.replace(/\]\([^)]*\)/g, "").replace(/[`\\[\]]/g, "");
}

/**
 * The rows that hold all words of a query, in any case, those with a name that is the query first. A name may be written in full: what
 * there is under `torch` has several places there.
 *
 * @param rows with their {@link searched} text
 */
export function found<Row extends { readonly text: string }>(rows: readonly Row[], query: string): Row[] {
  const words = query
    .replace(/\btorch\.(?=\w)/g, "")
    .replace(/\bnn\.functional\./g, "F.")
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  const [first] = words;
  if (first === undefined) return [];
  const rank = ({ text }: Row): number => {
    const names = text.split(/[^\w.]+/);
    const has = (test: (name: string) => boolean): boolean => names.some(test);
    if (has((name) => name === first || name.endsWith(`.${first}`))) return 0;
    const lower = first.toLowerCase();
    if (has((name) => name.toLowerCase() === lower || name.toLowerCase().endsWith(`.${lower}`))) return 1;
    return has((name) => name.toLowerCase().replace(/^.*\./, "").startsWith(lower)) ? 2 : 3;
  };
  return rows
    .filter(({ text }) => words.every((word) => text.toLowerCase().includes(word.toLowerCase())))
    .map((row) => [rank(row), row] as const)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
}
