// What is learned from, and how to bring other data.

import { useRef } from "preact/hooks";
import { openFiles } from "./open.js";
import type { Props } from "./page.js";

export function DataPanel({ store }: Props) {
  const words = store.words.value;
  const file = useRef<HTMLInputElement>(null);
  const begun = store.begun.value;
  return (
    <section class="panel data">
      <h2>{words.data}</h2>
      <p role="status" data-testid="data">
        {store.isReading.value
          ? words.reading
          : begun !== null && words.dataNow(words.dataNames[begun.data.name], begun.counts.train, begun.counts.heldOut)}
      </p>
      <p class="hint">{words.dataHint}</p>
      <div class="buttons">
        <button type="button" onClick={() => file.current?.click()}>
          {words.openFiles}
        </button>
        <input
          ref={file}
          hidden
          multiple
          type="file"
          aria-label={words.openFiles}
          data-testid="files"
          onChange={(event) => {
            openFiles(store, [...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
        {begun !== null && begun.data.name !== "shapes" && (
          <button type="button" onClick={() => store.learnFrom([])}>
            {words.shapesAgain}
          </button>
        )}
      </div>
    </section>
  );
}
