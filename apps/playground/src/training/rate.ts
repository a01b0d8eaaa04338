// Samples a second over the last seconds. Not a benchmark: what the page shows beside the curves.

/** Milliseconds that are looked back on. */
const span = 3000;

export class Rate {
  readonly #clock: () => number;
  #counted: { readonly at: number; readonly count: number }[] = [];

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  add(count: number): void {
    const at = this.#clock();
    this.#counted = this.#counted.filter((one) => at - one.at <= span);
    this.#counted.push({ at, count });
  }

  restart(): void {
    this.#counted = [];
  }

  /** 0 until two were counted at different times. */
  get value(): number {
    const [first, ...rest] = this.#counted;
    const last = rest.at(-1);
    if (first === undefined || last === undefined || last.at <= first.at) return 0;
    return (1000 * rest.reduce((sum, { count }) => sum + count, 0)) / (last.at - first.at);
  }
}
