// Which variants of a test run: all, or, where `pnpm test` asks for it, the edges and a seeded tenth of the others.
// It chooses what is run, never what numbers a variant sees: those hang on its name alone. Who asks is tooling/vitest/src/tiers.

import { seeded } from "./seeded.js";

/** What is asked for: with null, every variant. */
export type Choice = null | {
  readonly seed: string;
  /** Of these, sources without their endings and test files, all variants run. Paths from the repository's root. */
  readonly changed: ReadonlySet<string>;
};

/** One variant in so many runs, and one of each group at least. */
const oneIn = 10;

/** The choice that the environment holds, as tooling/vitest/src/tiers puts it there; all where it holds none. */
export function choiceIn(environment: Readonly<Record<string, string | undefined>>): Choice {
  const { BERNOULLI_TESTS: tests, BERNOULLI_TEST_SEED: seed, BERNOULLI_TEST_CHANGED: changed } = environment;
  if (tests === undefined || tests === "" || tests === "all") return null;
  if (tests !== "tenth") throw new Error(`BERNOULLI_TESTS is "${tests}"; take "all" or "tenth"`);
  if (seed === undefined || seed === "") throw new Error("BERNOULLI_TESTS=tenth wants a BERNOULLI_TEST_SEED");
  return { seed, changed: new Set((changed ?? "").split("\n").filter((path) => path !== "")) };
}

/** One file's variants: asked for group by group, and counted. */
export class Variants {
  readonly #file: string;
  readonly #choice: Choice;
  readonly #groups = new Map<string, { readonly all: number; readonly chosen: number }>();

  /** @param file Its path from the repository's root. */
  constructor(file: string, choice: Choice = choiceIn(process.env)) {
    this.#file = file;
    this.#choice = choice;
  }

  /**
   * Those of a group that run, in their order. At least one does: an edge, or of the others a tenth, rounded up.
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
    if (this.#groups.has(group)) throw new Error(`${this.#file}: two groups of variants are called "${group}"`);
    const chosen = this.#chosen(group, variants, nameOf, isEdge, source);
    this.#groups.set(group, { all: variants.length, chosen: chosen.length });
    return chosen;
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
    const others = variants.filter((variant) => !isEdge(variant));
    const ranks = new Map(others.map((variant) => [variant, seeded(`${choice.seed}/${group}/${nameOf(variant)}`)()]));
    const ranked = [...others].sort((a, b) => ranks.get(a)! - ranks.get(b)!);
    const taken = new Set(ranked.slice(0, Math.ceil(others.length / oneIn)));
    return variants.filter((variant) => !ranks.has(variant) || taken.has(variant));
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
    test(choice === null ? "all variants run" : `edges and a tenth run, by the seed ${choice.seed}`, ({ task }) => {
      const { all, chosen } = this.counts;
      // Read from the report by tooling/vitest/src/tiers, which says what was left out.
      Object.assign(task.meta, { variants: { all, chosen } });
      const none = [...this.#groups].filter(([, group]) => group.chosen === 0).map(([group]) => group);
      if (none.length > 0 || chosen === 0)
        throw new Error(`of these groups no variant runs: ${none.join(", ") || "there is none"}`);
      if (choice === null && chosen !== all) throw new Error(`all ${all} variants were asked for, and ${chosen} run`);
    });
  }
}
