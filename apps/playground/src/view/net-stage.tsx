// Both nets with their units. How one is drawn is draw/net-figure.ts's.

import { countAt, droppedIn, layoutFor } from "../draw/layout.js";
import { drawNet, indexOfLargest } from "../draw/net-figure.js";
import type { NetName } from "../state/nets.js";
import { places } from "../state/places.js";
import { Canvas } from "./canvas.js";
import { chosenPixels } from "./chosen.js";
import type { Props } from "./page.js";
import type { Store } from "./store.js";

export function NetStage({ store }: Props) {
  const words = store.words.value;
  return (
    <section class="stage">
      <h2>{words.net}</h2>
      <p class="hint">{words.modeHints[store.settings.value.mode]}</p>
      <NetPicture store={store} net="dropout" />
      <NetPicture store={store} net="plain" />
      <p class="hint">{words.netHint}</p>
    </section>
  );
}

export function NetPicture({ store, net }: Props & { readonly net: NetName }) {
  const words = store.words.value;
  const name = net === "dropout" ? words.withDropout : words.withoutDropout;
  return (
    <figure class={`net ${net}`}>
      <figcaption>
        <strong>{name}</strong> <Dropped store={store} net={net} />
      </figcaption>
      <Canvas
        label={labelOf(store, net)}
        height={(width) => layoutFor(width).height}
        draw={(context, width, theme) => {
          const way = store.way.value?.[net];
          if (way === undefined) return;
          const [image, labels, classes] = [chosenPixels(store), store.words.value.layers, store.classes.value];
          drawNet(context, { net, way, image, labels, classes }, layoutFor(width), theme);
        }}
      />
    </figure>
  );
}

function Dropped({ store, net }: Props & { readonly net: NetName }) {
  return <span data-testid={`dropped-${net}`}>{droppedText(store, net)}</span>;
}

function droppedText(store: Store, net: NetName): string {
  const words = store.words.value;
  const kept = store.way.value?.[net].kept;
  const drawn = places.filter((place) => kept?.[place]);
  if (kept === undefined || drawn.length === 0) return words.noneDropped;
  const { drops } = store.settings.value;
  const dropping = drawn.filter((place) => drops[place].kind !== "gaussian");
  if (dropping.length === 0) return words.noise;
  return words.dropped(
    dropping.reduce((sum, place) => sum + droppedIn(kept[place]), 0),
    dropping.reduce((sum, place) => sum + countAt(place), 0),
  );
}

/** Not at each frame: who listens is told what holds, when they ask. */
function labelOf(store: Store, net: NetName): string {
  const words = store.words.value;
  const answers = store.details.value?.answers[net];
  const answer = answers === undefined ? words.unknown : (store.classes.value[indexOfLargest(answers)] ?? "");
  const name = net === "dropout" ? words.withDropout : words.withoutDropout;
  return words.netOf(name, net === "dropout" ? words.modes[store.settings.value.mode] : words.noneDropped, answer);
}
