// Which variants of a test run: all, or, where `pnpm test` asks for it, of the edges a seeded sixth and of the others a tenth.
// It chooses what is run, never what numbers a variant sees: those hang on its name alone. Who asks is tooling/vitest/src/tiers.

import { seeded } from "./seeded.js";

/** What is asked for: with null, every variant. */
export type Choice = null | {
  readonly seed: string;
  /** Of these, sources without their endings and test files, all variants run. Paths from the repository's root. */
  readonly changed: ReadonlySet<string>;
  /** Whether all edges run. */
  readonly hasEdges?: boolean;
};

/** One variant in so many runs, and of each group one at least, which is no edge where there is such. */
const oneIn = { edges: 6, others: 10 };

/** The choice that the environment holds, as tooling/vitest/src/tiers puts it there; all where it holds none. */
export function choiceIn(environment: Readonly<Record<string, string | undefined>>): Choice {
  const { BERNOULLI_TESTS: tests, BERNOULLI_TEST_SEED: seed, BERNOULLI_TEST_CHANGED: changed } = environment;
  if (tests === undefined || tests === "" || tests === "all") return null;
  if (tests !== "tenth" && tests !== "edges")
    throw new Error(`BERNOULLI_TESTS is "${tests}"; take "all", "edges" or "tenth"`);
  if (seed === undefined || seed === "") throw new Error(`BERNOULLI_TESTS=${tests} wants a BERNOULLI_TEST_SEED`);
  const paths = (changed ?? "").split("\n").filter((path) => path !== "");
  return { seed, changed: new Set(paths), hasEdges: tests === "edges" };
}

/** One file's variants: asked for group by group, and counted. */
export class Variants {
  readonly #file: string;
  readonly #choice: Choice;
  readonly #groups = new Map<string, { readonly all: number; readonly chosen: number; readonly mayBeNone?: boolean }>();

  /** @param file Its path from the repository's root. */
  constructor(file: string, choice: Choice = choiceIn(process.env)) {
    this.#file = file;
    this.#choice = choice;
  }

  /**
   * Those of a group that run, in their order: of the edges a sixth, of the others a tenth, rounded up.
   *
   * @param group What all of them test; another name for each call
   * @param source What it is computed by, from the repository's root, without its ending: where that has changed, all run
   */
  of<V>(
    group: string,
    variants: readonly V[],
    nameOf: (variant: V) => string,
    isEdge: (variant: V) => boolean = () => false,
    source?: string,
  ): readonly V[] {
    const chosen = this.#chosen(group, variants, nameOf, isEdge, source);
    this.#count(group, { all: variants.length, chosen: chosen.length });
    return chosen;
  }

  /** As `of`, of each group among them: goldens by what they are of, say. */
  ofGroups<V>(variants: readonly V[], groupOf: (variant: V) => string, nameOf: (variant: V) => string): readonly V[] {
    const groups = new Map<string, V[]>();
    for (const variant of variants) {
      const group = groupOf(variant);
      groups.set(group, [...(groups.get(group) ?? []), variant]);
    }
    return [...groups].flatMap(([group, own]) => this.of(group, own, nameOf));
  }

  /**
   * Whether a test runs that only a run of all variants takes, or a change of what it hangs on: one that takes long, and hangs on
   * few files, which tooling/vitest/src/tiers/changed.mjs knows.
   *
   * @param group Its name
   */
  takes(group: string): boolean {
    const isTaken = this.#choice === null || this.#choice.changed.has(this.#file);
    this.#count(group, { all: 1, chosen: isTaken ? 1 : 0, mayBeNone: true });
    return isTaken;
  }

  #count(group: string, counts: { all: number; chosen: number; mayBeNone?: boolean }): void {
    if (this.#groups.has(group)) throw new Error(`${this.#file}: two groups of variants are called "${group}"`);
    this.#groups.set(group, counts);
  }

  #chosen<V>(
    group: string,
    variants: readonly V[],
    nameOf: (variant: V) => string,
    isEdge: (variant: V) => boolean,
    source = "",
  ): readonly V[] {
    const choice = this.#choice;
    if (choice === null || choice.changed.has(this.#file) || choice.changed.has(source)) return variants;
    const first = (among: readonly V[], count: number) => {
      const ranks = new Map(among.map((variant) => [variant, seeded(`${choice.seed}/${group}/${nameOf(variant)}`)()]));
      return [...among].sort((a, b) => ranks.get(a)! - ranks.get(b)!).slice(0, count);
    };
    const [edges, others] = [variants.filter(isEdge), variants.filter((variant) => !isEdge(variant))];
    // Rounded up or down by the seed: most groups have one edge or two, of which all would run.
    const share = Math.floor(edges.length / oneIn.edges + seeded(`${choice.seed}/${group}`)());
    const wanted = choice.hasEdges === true ? edges.length : Math.max(share, others.length === 0 ? 1 : 0);
    const chosen = new Set([...first(edges, wanted), ...first(others, Math.ceil(others.length / oneIn.others))]);
    return variants.filter((variant) => chosen.has(variant));
  }

  /** Whether none is left out of the groups so far. */
  get isWhole(): boolean {
    const { all, chosen } = this.counts;
    return all === chosen;
  }

  /** How many there are, and how many run. */
  get counts(): { readonly all: number; readonly chosen: number } {
    const groups = [...this.#groups.values()];
    return {
      all: groups.reduce((sum, { all }) => sum + all, 0),
      chosen: groups.reduce((sum, { chosen }) => sum + chosen, 0),
    };
  }

  /**
   * A test, the last of its file, that tells the report what has run, and fails where of a group nothing has.
   *
   * @param test vitest's `it`
   */
  tell(test: (name: string, body: (context: { readonly task: { readonly meta: object } }) => void) => void): void {
    const choice = this.#choice;
    const edges = choice?.hasEdges === true ? "edges" : "a sixth of the edges";
    test(choice === null ? "all variants run" : `${edges} and a tenth run, by the seed ${choice.seed}`, ({ task }) => {
      const { all, chosen } = this.counts;
      // Read from the report by tooling/vitest/src/tiers, which says what was left out.
      Object.assign(task.meta, { variants: { all, chosen } });
      const none = [...this.#groups].filter(([, group]) => group.chosen === 0 && group.mayBeNone !== true);
      if (none.length > 0 || this.#groups.size === 0)
        throw new Error(
          `of these groups no variant runs: ${none.map(([group]) => group).join(", ") || "there is none"}`,
        );
      if (choice === null && chosen !== all) throw new Error(`all ${all} variants were asked for, and ${chosen} run`);
    });
  }
}
