// What is dropped where, and how the nets are trained.

import { useSignal } from "@preact/signals";
import { type Kind, kindsAt, type Place, places } from "../state/places.js";
import { type Drop, greatestP, greatestSeed, optimizers, sizes } from "../state/settings.js";
import type { Props } from "./page.js";

/** Learning rates of the slider, three a decade. */
const rates = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1];

export function DropControls({ store }: Props) {
  const words = store.words.value;
  const { drops } = store.settings.value;
  const change = (place: Place, drop: Partial<Drop>) =>
    store.set({ drops: { ...drops, [place]: { ...drops[place], ...drop } } });
  return (
    <section class="panel">
      <h2>{words.dropout}</h2>
      <p class="hint">{words.dropoutHint}</p>
      <div class="places">
        {places.map((place) => {
          const { kind, p } = drops[place];
          return (
            <fieldset key={place} class={kind === "none" ? "place off" : "place"}>
              <label>
                <span>{words.places[place]}</span>
                <select
                  aria-label={words.kind(words.places[place])}
                  value={kind}
                  onChange={(event) => change(place, { kind: event.currentTarget.value as Kind })}
                >
                  {kindsAt[place].map((one) => (
                    <option key={one} value={one}>
                      {words.kinds[one]}
                    </option>
                  ))}
                </select>
              </label>
              <input
                type="range"
                aria-label={words.p(words.places[place])}
                min={0}
                max={greatestP}
                step={0.05}
                value={p}
                disabled={kind === "none"}
                onInput={(event) => change(place, { p: Number(event.currentTarget.value) })}
              />
              <output>p = {p.toFixed(2)}</output>
            </fieldset>
          );
        })}
      </div>
    </section>
  );
}

export function TrainingControls({ store }: Props) {
  const words = store.words.value;
  const { seed, optimizer, lr, size } = store.settings.value;
  const available = store.begun.value?.counts.available ?? Number.POSITIVE_INFINITY;
  const setSeed = (text: string) => {
    const value = Number(text);
    if (text !== "" && Number.isInteger(value) && value >= 0 && value <= greatestSeed) store.set({ seed: value });
  };
  // The first beyond what is there stands for all of it.
  const offeredSizes = sizes.filter((_, at) => at === 0 || sizes[at - 1]! < available);
  return (
    <section class="panel">
      <h2>{words.training}</h2>
      <div class="fields">
        <label>
          <span>{words.size}</span>
          <select
            value={offeredSizes.find((one) => one === size) ?? offeredSizes.at(-1)!}
            onChange={(event) => store.set({ size: offeredSizes[event.currentTarget.selectedIndex]! })}
          >
            {offeredSizes.map((one) => (
              <option key={one} value={one}>
                {words.sizeOf(one, available)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.optimizer}</span>
          <select
            value={optimizer}
            onChange={(event) => store.set({ optimizer: optimizers[event.currentTarget.selectedIndex]! })}
          >
            {optimizers.map((one) => (
              <option key={one} value={one}>
                {words.optimizers[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.lr}</span>
          <select value={String(lr)} onChange={(event) => store.set({ lr: Number(event.currentTarget.value) })}>
            {[...new Set([...rates, lr])]
              .sort((a, b) => a - b)
              .map((one) => (
                <option key={one} value={String(one)}>
                  {one}
                </option>
              ))}
          </select>
        </label>
        <label>
          <span>{words.seed}</span>
          <input
            type="number"
            min={0}
            max={greatestSeed}
            step={1}
            value={seed}
            onChange={(event) => setSeed(event.currentTarget.value)}
          />
        </label>
      </div>
      <p class="hint">{words.trainingHint}</p>
      <CopyLink store={store} />
    </section>
  );
}

function CopyLink({ store }: Props) {
  const words = store.words.value;
  const said = useSignal("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(store.query || location.pathname, location.href).href);
      said.value = words.copied;
    } catch {
      said.value = words.notCopied;
    }
  };
  return (
    <div class="buttons">
      <button type="button" onClick={copy}>
        {words.copyLink}
      </button>
      <button type="button" onClick={() => store.set({ seed: (store.settings.value.seed + 1) % (greatestSeed + 1) })}>
        {words.newSeed}
      </button>
      <span role="status">{said.value}</span>
    </div>
  );
}
