// Messages as a queue that a loop takes from: it waits for them where it has nothing else to do, and lets them in where it has.

import { pause } from "@bernoulli/tensor";
import type { Port } from "./loop.js";
import type { ToWorker } from "./protocol.js";

export class Inbox {
  readonly #messages: ToWorker[] = [];
  /** Ends the wait that is under way. */
  #wake: (() => void) | null = null;

  constructor(port: Port, signal: AbortSignal | undefined) {
    port.onmessage = ({ data }) => {
      this.#messages.push(data);
      this.#wake?.();
    };
    signal?.addEventListener("abort", () => this.#wake?.(), { once: true });
  }

  /** Lets messages in, and waits so many milliseconds for one; Infinity for as long as it takes. */
  async wait(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return pause();
    if (this.#messages.length > 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (Number.isFinite(milliseconds)) timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
    this.#wake = null;
  }

  take(): ToWorker[] {
    return this.#messages.splice(0);
  }
}
