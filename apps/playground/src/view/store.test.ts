// What the page knows and does, without a page: commands that go out, messages that come in.

import { describe, expect, it } from "vitest";
import { defaults } from "../state/settings.js";
import type { Begun, Frame, ToWorker } from "../training/protocol.js";
import { Store } from "./store.js";

function made(query = "", languages: readonly string[] = ["en"]) {
  const posted: ToWorker[] = [];
  return { posted, store: new Store(query, languages, { post: (message) => void posted.push(message) }) };
}

const begun: Begun = {
  type: "begun",
  data: { name: "shapes", classes: ["disc", "heart"] },
  counts: { train: 100, heldOut: 20, available: 5000 },
  offered: new Uint8ClampedArray(4096 * 2),
  labels: [0, 1],
  threads: 2,
  isIsolated: true,
};
const score = { loss: 1, accuracy: 0.5 };
const frameAt = (step: number): Frame =>
  ({
    ...{ type: "frame", step, epoch: 0, isRunning: true, rate: 10, bytes: 1 },
    ...{ points: [{ step, live: { dropout: score, plain: score }, measured: null }], way: {}, details: null },
  }) as unknown as Frame;

describe("the store", () => {
  it("begins with the settings of the address, and trains", () => {
    const { store, posted } = made("?seed=5&lr=9&language=ko");
    expect(posted).toEqual([
      { type: "settings", settings: { ...defaults, seed: 5, language: "ko" } },
      { type: "run", isRunning: true },
    ]);
    expect(store.notices.value).toEqual([{ kind: "settings", names: "lr=9" }]);
    expect(store.language.value).toBe("ko");
    expect(store.query).toBe("?seed=5&language=ko");
  });

  it("shows what comes, in the page's language, and begins its curves anew with each run", () => {
    const { store } = made("", ["ko-KR"]);
    store.receive(begun);
    expect(store.classes.value).toEqual(["원판", "하트"]);
    for (const step of [1, 2, 3]) store.receive(frameAt(step));
    expect([store.curves.steps, store.status.value.step]).toEqual([[1, 2, 3], 3]);
    store.receive(begun);
    expect(store.curves.steps).toEqual([]);
  });

  it("marks in the curves where p or the rate were changed under way, and nothing else", () => {
    const { store } = made();
    store.set({ lr: 0.01 });
    store.receive(frameAt(4));
    store.set({ drops: { ...defaults.drops, fc1: { kind: "dropout", p: 0.5 } } });
    store.set({ image: 3 });
    expect(store.curves.marks).toEqual([4]);
  });

  it("pauses where one steps, and says so where the worker fails", () => {
    const { store, posted } = made();
    posted.length = 0;
    store.step();
    expect(posted).toEqual([{ type: "run", isRunning: false }, { type: "step" }]);
    expect(store.isRunning.value).toBe(false);
    store.run(true);
    store.receive({ type: "failed", message: "no memory" });
    expect(store.isRunning.value).toBe(false);
    expect(store.notices.value).toEqual([{ kind: "failed", detail: "no memory" }]);
    store.dismiss(store.notices.value[0]!);
    expect(store.notices.value).toEqual([]);
  });

  it("looks at a picture of one's own until another image is chosen", () => {
    const { store, posted } = made();
    const pixels = new Uint8Array(3072);
    store.look(pixels);
    expect(store.picture.value).toBe(pixels);
    posted.length = 0;
    store.set({ image: 2 });
    expect(posted.map(({ type }) => type)).toEqual(["picture", "settings"]);
    expect(store.picture.value).toBeNull();
  });

  it("reads files, and tells what was refused", () => {
    const { store, posted } = made();
    store.learnFrom([new File(["x"], "a.bin")]);
    expect([store.isReading.value, posted.at(-1)]).toMatchObject([true, { type: "files", files: [{ name: "a.bin" }] }]);
    store.receive({ type: "refused", reason: "corrupt", file: "a.bin", detail: "cut short" });
    expect(store.isReading.value).toBe(false);
    expect(store.notices.value).toMatchObject([{ kind: "refused", reason: "corrupt", file: "a.bin" }]);
  });
});
