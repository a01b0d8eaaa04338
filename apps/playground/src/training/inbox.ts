// Messages as a queue that a loop takes from: it waits for them where it has nothing else to do, and lets them in where it has.

import type { Port } from "./loop.js";
import type { ToWorker } from "./protocol.js";

export class Inbox {
  #messages: ToWorker[] = [];
  /** Ends the wait that is under way. */
  #wake: (() => void) | null = null;
  readonly #turns = new MessageChannel();

  constructor(port: Port, signal: AbortSignal | undefined) {
    const wake = () => this.#wake?.();
    port.onmessage = ({ data }) => {
      this.#messages.push(data);
      wake();
    };
    // Messages to oneself come behind those that are there, and, other than timers, without a pause.
    this.#turns.port1.onmessage = wake;
    const close = () => {
      wake();
      this.#turns.port1.close();
    };
    signal?.addEventListener("abort", close, { once: true });
  }

  /** Lets messages in, and waits so many milliseconds for one; Infinity for as long as it takes. */
  async wait(milliseconds: number): Promise<void> {
    if (milliseconds > 0 && this.#messages.length > 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (milliseconds === 0) this.#turns.port2.postMessage(null);
      else if (Number.isFinite(milliseconds)) timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
    this.#wake = null;
  }

  take(): ToWorker[] {
    return this.#messages.splice(0);
  }
}
