// The first layer of both nets: its filters, and what they make of the chosen image.

import { drawPixels, mapPixels, ramp } from "../draw/net-figure.js";
import { netNames } from "../state/nets.js";
import { Canvas } from "./canvas.js";
import type { Props } from "./page.js";

/** The filters are small, and lie wide; what they see is to be seen. */
const [columns, rows] = [8, 4];
const seenIn = (width: number) => ({ ...(width < 260 ? { columns: 4, rows: 8 } : { columns, rows }), side: 30 });

export function Filters({ store }: Props) {
  const words = store.words.value;
  const nameOf = { dropout: words.withDropout, plain: words.withoutDropout };
  const tall = (width: number) => (width * rows) / columns;
  const tallSeen = (width: number) => (width * seenIn(width).rows) / seenIn(width).columns;
  return (
    <section class="panel filters">
      <h2>{words.filters}</h2>
      <p class="hint">{words.filtersHint}</p>
      <div class="pair">
        {netNames.map((net) => (
          <figure key={net} class={net}>
            <figcaption>{nameOf[net]}</figcaption>
            <Canvas
              label={`${words.filters}, ${nameOf[net]}`}
              height={tall}
              draw={(context, width) => {
                const colours = store.details.value?.filters[net];
                if (colours === undefined) return;
                context.clearRect(0, 0, width, tall(width));
                drawPixels(context, filterPixels(colours), { x: 0, y: 0, width, height: tall(width) });
              }}
            />
          </figure>
        ))}
      </div>
      <h2>{words.maps}</h2>
      <p class="hint">{words.mapsHint}</p>
      <div class="pair">
        {netNames.map((net) => (
          <figure key={net} class={net}>
            <figcaption>{nameOf[net]}</figcaption>
            <Canvas
              label={`${words.maps}, ${nameOf[net]}`}
              height={tallSeen}
              draw={(context, width, theme) => {
                const values = store.details.value?.maps[net];
                if (values === undefined) return;
                context.clearRect(0, 0, width, tallSeen(width));
                const pixels = mapPixels(values, null, seenIn(width), ramp(theme.quiet, theme[net]), theme.quiet);
                drawPixels(context, pixels, { x: 0, y: 0, width, height: tallSeen(width) });
              }}
            />
          </figure>
        ))}
      </div>
    </section>
  );
}

/** 32 filters of 3 × 3, RGBA, side by side with a pixel between. */
function filterPixels(colours: Uint8Array): ImageData {
  const pixels = new ImageData(columns * 4 - 1, rows * 4 - 1);
  for (let filter = 0; filter < columns * rows; filter++)
    for (let at = 0; at < 9; at++) {
      const x = (filter % columns) * 4 + (at % 3);
      const y = Math.floor(filter / columns) * 4 + Math.floor(at / 3);
      const from = (filter * 9 + at) * 4;
      pixels.data.set(colours.subarray(from, from + 4), 4 * (y * pixels.width + x));
    }
  return pixels;
}
