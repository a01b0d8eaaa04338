// Which image is looked at: a held-out one, a drawing, or a picture from a file.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { toPlanes } from "../draw/pixels.js";
import { offeredPixels, side } from "./chosen.js";
import { openPicture } from "./open.js";
import type { Props } from "./page.js";

export function Pictures({ store }: Props) {
  const words = store.words.value;
  const file = useRef<HTMLInputElement>(null);
  return (
    <section class="panel pictures">
      <h2>{words.pictures}</h2>
      <p class="hint">{words.picturesHint}</p>
      <Offered store={store} />
      <h3>{words.draw}</h3>
      <Drawing store={store} />
      <div class="buttons">
        <button type="button" onClick={() => file.current?.click()}>
          {words.openPicture}
        </button>
        <input
          ref={file}
          hidden
          type="file"
          accept="image/*"
          aria-label={words.openPicture}
          data-testid="picture"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            if (chosen !== undefined) void openPicture(store, chosen);
          }}
        />
      </div>
    </section>
  );
}

function Offered({ store }: Props) {
  const words = store.words.value;
  const begun = store.begun.value;
  const { image } = store.settings.value;
  const isOwn = store.picture.value !== null;
  return (
    <div class="offered">
      {begun?.labels.map((label, at) => (
        <button
          type="button"
          key={`${begun.data.name} ${at}`}
          aria-pressed={!isOwn && image === at}
          aria-label={words.picture(at + 1, store.classes.value[label] ?? "")}
          onClick={() => store.set({ image: at })}
        >
          <canvas
            width={side}
            height={side}
            ref={(canvas) => canvas?.getContext("2d")?.putImageData(offeredPixels(begun.offered, at), 0, 0)}
          />
        </button>
      ))}
    </div>
  );
}

/** Squares of two pixels, by pointer or keyboard. */
const brush = 3;
const paper = "#000000";

function Drawing({ store }: Props) {
  const words = store.words.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  const colour = useSignal("#ffd24a");
  const cursor = useSignal({ x: 16, y: 16 });
  const isFocused = useSignal(false);
  const contextOf = () => canvas.current!.getContext("2d", { willReadFrequently: true })!;
  const show = () => store.look(toPlanes(contextOf().getImageData(0, 0, side, side).data));
  const paint = (x: number, y: number) => {
    const context = contextOf();
    context.fillStyle = colour.value;
    context.fillRect(Math.floor(x) - 1, Math.floor(y) - 1, brush, brush);
  };
  const clear = () => {
    const context = contextOf();
    context.fillStyle = paper;
    context.fillRect(0, 0, side, side);
    show();
  };
  const drag = (event: PointerEvent) => {
    if (event.buttons === 0) return;
    const { left, top, width } = canvas.current!.getBoundingClientRect();
    // All points since the last event, so that a fast stroke has no holes.
    for (const { clientX, clientY } of event.getCoalescedEvents?.() ?? [event])
      paint(((clientX - left) * side) / width, ((clientY - top) * side) / width);
    show();
  };
  const moves: Readonly<Record<string, readonly [x: number, y: number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const press = (event: KeyboardEvent) => {
    const move = moves[event.key];
    const { x, y } = cursor.value;
    const within = (value: number) => Math.min(side - 1, Math.max(0, value));
    if (move !== undefined) cursor.value = { x: within(x + move[0]), y: within(y + move[1]) };
    else if (event.key === " ") {
      paint(x, y);
      show();
    } else if (event.key === "Backspace") clear();
    else return;
    event.preventDefault();
  };
  return (
    <div class="drawing">
      <div class="paper">
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: keys go to the drawing, not to who reads the page */}
        <canvas
          ref={canvas}
          width={side}
          height={side}
          tabIndex={0}
          role="application"
          aria-label={`${words.drawing}. ${words.drawHint}`}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag(event);
          }}
          onPointerMove={drag}
          onKeyDown={press}
          onFocus={() => (isFocused.value = true)}
          onBlur={() => (isFocused.value = false)}
        />
        {isFocused.value && (
          <i style={{ left: `${(100 * cursor.value.x) / side}%`, top: `${(100 * cursor.value.y) / side}%` }} />
        )}
      </div>
      <div class="tools">
        <label class="inline">
          <span>{words.colour}</span>
          <input type="color" value={colour.value} onInput={(event) => (colour.value = event.currentTarget.value)} />
        </label>
        <button type="button" onClick={clear}>
          {words.clear}
        </button>
        <button type="button" onClick={show}>
          {words.useDrawing}
        </button>
        <p class="hint">{words.drawHint}</p>
      </div>
    </div>
  );
}
