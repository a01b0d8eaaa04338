// What both nets take the chosen image for, and how far the thinned nets agree.

import { netNames } from "../state/nets.js";
import type { Props } from "./page.js";

const share = (value: number) => `${(100 * Math.min(1, Math.max(0, value))).toFixed(1)}%`;

export function Answers({ store }: Props) {
  const words = store.words.value;
  const details = store.details.value;
  const spread = details?.spread ?? null;
  return (
    <section class="panel answers">
      <h2>{words.answers}</h2>
      <p class="truth">{truthOf({ store })}</p>
      <table>
        <thead class="hidden">
          <tr>
            <th scope="col">{words.layers.answers}</th>
            <th scope="col">
              {words.withDropout}, {words.withoutDropout}
            </th>
          </tr>
        </thead>
        <tbody>
          {store.classes.value.map((name, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {netNames.map((net) => (
                  <div key={net} class={`bar ${net}`}>
                    <b style={{ width: share(details?.answers[net][at] ?? 0) }} />
                    <span>{words.percent(details?.answers[net][at] ?? 0)}</span>
                  </div>
                ))}
                {spread !== null && (
                  <div class="whisker" aria-hidden="true">
                    <b
                      style={{
                        left: share(spread.mean[at]! - spread.deviation[at]!),
                        right: share(1 - Math.min(1, spread.mean[at]! + spread.deviation[at]!)),
                      }}
                    />
                    <i style={{ left: share(spread.mean[at]!) }} />
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p data-testid="spread">
        {spread === null
          ? words.noSpread
          : words.spread(spread.samples, spread.entropy.toFixed(2), Math.max(0, spread.mutualInformation).toFixed(2))}
      </p>
      <p class="hint">{words.answersHint}</p>
    </section>
  );
}

function truthOf({ store }: Props): string {
  const [words, begun] = [store.words.value, store.begun.value];
  if (store.picture.value !== null) return words.yours;
  const label = begun?.labels[Math.min(store.settings.value.image, begun.labels.length - 1)];
  return label === undefined ? "" : words.truth(store.classes.value[label] ?? "");
}
