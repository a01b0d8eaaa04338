// The figure alone, to be held in a frame of another page: the net with its units, p, and a way to the whole page.

import { greatestP } from "../state/settings.js";
import { printSettings } from "../state/url.js";
import { NetPicture } from "./net-stage.js";
import type { Props } from "./page.js";

export function Embedded({ store }: Props) {
  const words = store.words.value;
  const { drops, mode } = store.settings.value;
  const { p } = drops.fc2;
  const whole = printSettings({ ...store.settings.value, embed: false });
  return (
    <main class="embedded">
      <NetPicture store={store} net="dropout" />
      <div class="buttons">
        <button type="button" onClick={() => store.run(!store.isRunning.value)}>
          {store.isRunning.value ? words.pause : words.run}
        </button>
        <button
          type="button"
          aria-pressed={mode === "eval"}
          onClick={() => store.set({ mode: mode === "eval" ? "train" : "eval" })}
        >
          {words.modes.eval}
        </button>
        <label class="inline">
          <span>p {p.toFixed(2)}</span>
          <input
            type="range"
            min={0}
            max={greatestP}
            step={0.05}
            value={p}
            onInput={(event) => {
              const drop = { kind: "dropout", p: Number(event.currentTarget.value) } as const;
              store.set({ drops: { ...drops, fc1: drop, fc2: drop } });
            }}
          />
        </label>
        <a href={`${location.pathname}${whole}`} target="_blank" rel="noreferrer">
          {words.title}
        </a>
      </div>
    </main>
  );
}
