// What the page knows, as signals, and what it may do: one object, made once. Components read it; the worker fills it.

import { batch, computed, type Signal, signal } from "@preact/signals";
import { Curves } from "../state/curves.js";
import type { OfBoth } from "../state/nets.js";
import type { Language, Settings } from "../state/settings.js";
import { parseSettings, printSettings } from "../state/url.js";
import type { Details, Way } from "../training/look.js";
import type { Begun, FromWorker, ToWorker } from "../training/protocol.js";
import { classIn, languageOf, type Words, words } from "../words/words.js";

export type Notice =
  | { readonly kind: "settings"; readonly names: string }
  | {
      readonly kind: "refused";
      readonly file: string;
      readonly reason: keyof Words["refused"];
      readonly detail: string;
    }
  | { readonly kind: "picture"; readonly file: string }
  | { readonly kind: "failed"; readonly detail: string };

export interface Status {
  readonly step: number;
  readonly epoch: number;
  readonly rate: number;
  readonly bytes: number;
}

/** What talks to a worker: the page's, or a test's. */
export interface Courier {
  post(message: ToWorker, transfer?: Transferable[]): void;
}

export class Store {
  readonly settings: Signal<Settings>;
  readonly isRunning = signal(true);
  readonly begun = signal<Begun | null>(null);
  readonly status = signal<Status>({ step: 0, epoch: 0, rate: 0, bytes: 0 });
  readonly way = signal<OfBoth<Way> | null>(null);
  readonly details = signal<Details | null>(null);
  /** Counts up where the curves have grown. */
  readonly drawn = signal(0);
  readonly notices = signal<readonly Notice[]>([]);
  readonly isReading = signal(false);
  /** One's own picture, in the place of a held-out image: 3 × 32 × 32 bytes. */
  readonly picture = signal<Uint8Array<ArrayBuffer> | null>(null);
  curves = new Curves();
  readonly language = computed((): Language => languageOf(this.settings.value.language, this.#languages));
  readonly words = computed((): Words => words[this.language.value]);
  /** The classes' names in the page's language. */
  readonly classes = computed(() =>
    (this.begun.value?.data.classes ?? []).map((name) => classIn(this.words.value, name)),
  );
  readonly #languages: readonly string[];
  readonly #courier: Courier;

  constructor(query: string, languages: readonly string[], courier: Courier) {
    const { settings, bad } = parseSettings(query);
    this.settings = signal(settings);
    this.#languages = languages;
    this.#courier = courier;
    if (bad.length > 0)
      this.notices.value = [{ kind: "settings", names: bad.map(({ name, value }) => `${name}=${value}`).join(", ") }];
    courier.post({ type: "settings", settings });
    courier.post({ type: "run", isRunning: true });
  }

  /** The settings as the part of an address behind "?". */
  get query(): string {
    return printSettings(this.settings.value);
  }

  set(change: Partial<Settings>): void {
    if (change.drops !== undefined || change.lr !== undefined) this.curves.mark(this.status.value.step);
    this.settings.value = { ...this.settings.value, ...change };
    if (change.image !== undefined) this.look(null);
    this.#courier.post({ type: "settings", settings: this.settings.value });
  }

  run(isRunning: boolean): void {
    this.isRunning.value = isRunning;
    this.#courier.post({ type: "run", isRunning });
  }

  step(): void {
    this.run(false);
    this.#courier.post({ type: "step" });
  }

  restart(): void {
    this.#courier.post({ type: "restart" });
  }

  /** Looks at a picture of one's own, or with null at a held-out image again. */
  look(pixels: Uint8Array<ArrayBuffer> | null): void {
    if (pixels === null && this.picture.value === null) return;
    this.picture.value = pixels;
    this.#courier.post({ type: "picture", pixels });
  }

  /** Learns from files; from the built-in shapes where there are none. */
  learnFrom(files: readonly File[]): void {
    this.isReading.value = files.length > 0;
    this.#courier.post({ type: "files", files: files.map((data) => ({ name: data.name, data })) });
  }

  notice(notice: Notice): void {
    this.notices.value = [...this.notices.value, notice];
  }

  dismiss(notice: Notice): void {
    this.notices.value = this.notices.value.filter((one) => one !== notice);
  }

  /** What the worker says. */
  receive(message: FromWorker): void {
    batch(() => {
      switch (message.type) {
        case "begun":
          this.curves = new Curves();
          this.begun.value = message;
          this.isReading.value = false;
          this.drawn.value += 1;
          break;
        case "frame": {
          const { step, epoch, rate, bytes } = message;
          this.status.value = { step, epoch, rate, bytes };
          this.way.value = message.way;
          if (message.details !== null) this.details.value = message.details;
          for (const point of message.points) this.curves.add(point);
          if (message.points.length > 0) this.drawn.value += 1;
          break;
        }
        case "refused": {
          const { file, reason, detail } = message;
          this.isReading.value = false;
          this.notice({ kind: "refused", file, reason, detail });
          break;
        }
        case "failed":
          this.isRunning.value = false;
          this.notice({ kind: "failed", detail: message.message });
      }
    });
  }
}
