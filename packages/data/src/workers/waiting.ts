// Those who wait for news of workers: passes of one crew may be under way together, and each looks for itself whether the news are its own.

export class Waiting {
  readonly #waiters = new Set<() => void>();

  get isEmpty(): boolean {
    return this.#waiters.size === 0;
  }

  /** Tells all of them that there are news. */
  wake(): void {
    for (const wake of this.#waiters) wake();
  }

  /** Settles when there are news, or the time is over: then it says false. */
  async until(milliseconds: number): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wake = () => {};
    try {
      return await new Promise<boolean>((resolve) => {
        wake = () => resolve(true);
        this.#waiters.add(wake);
        if (milliseconds < Number.POSITIVE_INFINITY) timer = setTimeout(() => resolve(false), milliseconds);
      });
    } finally {
      clearTimeout(timer);
      this.#waiters.delete(wake);
    }
  }
}
