// The figure of a net with its units: a plain function on a canvas, which needs no framework. What is drawn comes from the worker (look.ts).

import type { NetName } from "../state/nets.js";
import { type Place, places } from "../state/places.js";
import type { Way } from "../training/look.js";
import { type Box, type Grid, grids, type Layout, middleOf, type Part } from "./layout.js";
import { css, mixed, type Rgb, rgbOf, type Theme } from "./theme.js";

export interface NetFigure {
  readonly net: NetName;
  readonly way: Way;
  /** RGBA, 32 × 32. */
  readonly image: ImageData | null;
  readonly labels: Readonly<Record<Part, string>>;
  readonly classes: readonly string[];
}

/** How many of the last layer's connections are drawn: the strongest. */
const connections = 36;

/** Draws into a context whose unit is a CSS pixel. */
export function drawNet(context: CanvasRenderingContext2D, figure: NetFigure, layout: Layout, theme: Theme): void {
  const { boxes } = layout;
  const full = theme[figure.net];
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  drawFlow(context, layout, theme);
  drawPicture(context, figure.image, boxes.image);
  for (const place of ["conv1", "conv2"] as const) drawMaps(context, place, figure.way, boxes[place], theme, full);
  drawConnections(context, figure, layout, full);
  for (const place of ["fc1", "fc2"] as const) drawUnits(context, place, figure.way, boxes[place], theme, full);
  drawAnswers(context, figure, layout, theme);
  context.fillStyle = theme.muted;
  context.font = `${layout.font}px ${theme.font}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  for (const [part, { x, y, width }] of Object.entries(boxes) as [Part, Box][])
    context.fillText(figure.labels[part], x + width / 2, y - 8);
}

/** What leads from each layer to the next, as a faint band. */
function drawFlow(context: CanvasRenderingContext2D, { boxes }: Layout, theme: Theme): void {
  context.fillStyle = theme.line;
  const order: readonly Part[] = ["image", ...places];
  for (const [at, part] of order.slice(1).entries()) {
    const [from, to] = [boxes[order[at]!], boxes[part]];
    if (to.x < from.x) continue;
    const [left, right] = [from.x + from.width + 4, to.x - 4];
    const bend = (right - left) / 2;
    context.beginPath();
    context.moveTo(left, from.y);
    context.bezierCurveTo(left + bend, from.y, right - bend, to.y, right, to.y);
    context.lineTo(right, to.y + to.height);
    context.bezierCurveTo(
      right - bend,
      to.y + to.height,
      left + bend,
      from.y + from.height,
      left,
      from.y + from.height,
    );
    context.fill();
  }
}

const scratch = new Map<string, HTMLCanvasElement>();

/** A canvas of this size to put pixels on before they are scaled. */
function scratchOf(width: number, height: number): HTMLCanvasElement {
  const key = `${width} ${height}`;
  const known = scratch.get(key);
  if (known !== undefined) return known;
  const made = Object.assign(document.createElement("canvas"), { width, height });
  scratch.set(key, made);
  return made;
}

/** Pixels over a box, each as a square. */
export function drawPixels(context: CanvasRenderingContext2D, pixels: ImageData, { x, y, width, height }: Box): void {
  const canvas = scratchOf(pixels.width, pixels.height);
  canvas.getContext("2d")!.putImageData(pixels, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, x, y, width, height);
}

function drawPicture(context: CanvasRenderingContext2D, image: ImageData | null, box: Box): void {
  if (image !== null) drawPixels(context, image, box);
}

/** A colour as the four bytes of a pixel in one word, of which the lowest comes first. */
const wordOf = ([red, green, blue]: Rgb): number => (255 << 24) | (blue << 16) | (green << 8) | red;

const ramps = new Map<string, Int32Array>();
/** Pixels of the values 0 to 255. */
export function ramp(quiet: Rgb, full: Rgb): Int32Array {
  const key = `${quiet} ${full}`;
  const known = ramps.get(key);
  if (known !== undefined) return known;
  const made = Int32Array.from({ length: 256 }, (_, value) => wordOf(mixed(quiet, full, value)));
  ramps.set(key, made);
  return made;
}

/** Maps side by side, with a pixel of background between: one pixel an element. */
export function mapPixels(
  values: Uint8Array,
  kept: Uint8Array | null,
  { columns, rows, side }: Grid,
  colours: Int32Array,
  dropped: Rgb,
): ImageData {
  const [width, height] = [columns * (side + 1) - 1, rows * (side + 1) - 1];
  const pixels = new ImageData(width, height);
  const words = new Int32Array(pixels.data.buffer);
  const dark = wordOf(dropped);
  for (let map = 0, element = 0; map < columns * rows; map++)
    for (let row = 0; row < side; row++) {
      let to = (Math.floor(map / columns) * (side + 1) + row) * width + (map % columns) * (side + 1);
      for (const end = to + side; to < end; to++, element++)
        words[to] = kept?.[element] === 0 ? dark : colours[values[element]!]!;
    }
  return pixels;
}

function drawMaps(context: CanvasRenderingContext2D, place: Place, way: Way, box: Box, theme: Theme, full: Rgb): void {
  const pixels = mapPixels(
    way.units[place],
    way.kept[place],
    grids[place],
    ramp(theme.quiet, full),
    rgbOf(theme.dropped),
  );
  drawPixels(context, pixels, box);
}

/** Units as discs. Those of one shade are one path, since a path costs more than a disc. */
function drawUnits(context: CanvasRenderingContext2D, place: Place, way: Way, box: Box, theme: Theme, full: Rgb): void {
  const shades = 12;
  const [values, kept, grid] = [way.units[place], way.kept[place], grids[place]];
  const radius = 0.42 * Math.min(box.width / grid.columns, box.height / grid.rows);
  const paths = Array.from({ length: shades + 1 }, () => new Path2D());
  for (let unit = 0; unit < values.length; unit++) {
    const [x, y] = middleOf(box, grid, unit);
    const shade = kept?.[unit] === 0 ? shades : Math.min(shades - 1, Math.floor((values[unit]! * shades) / 256));
    const path = paths[shade]!;
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
  for (const [shade, path] of paths.entries()) {
    context.fillStyle = shade === shades ? theme.dropped : css(mixed(theme.quiet, full, (255 * shade) / (shades - 1)));
    context.fill(path);
  }
}

/** From the units that speak loudest for the answer, and were not dropped, to it. */
function drawConnections(context: CanvasRenderingContext2D, { way }: NetFigure, { boxes }: Layout, full: Rgb): void {
  const answer = indexOfLargest(way.answers);
  const y = boxes.answers.y + ((answer + 0.5) * boxes.answers.height) / way.answers.length;
  const x = boxes.answers.x - 4;
  const loudest = [...way.says.keys()].sort((a, b) => way.says[b]! - way.says[a]!).slice(0, connections);
  const most = way.says[loudest[0]!]!;
  if (!(most > 0)) return;
  context.lineWidth = 1;
  for (const unit of loudest) {
    const [fromX, fromY] = middleOf(boxes.fc2, grids.fc2, unit);
    const bend = (x - fromX) / 2;
    context.strokeStyle = `rgb(${full.join(" ")} / ${(0.75 * Math.max(0, way.says[unit]! / most)).toFixed(2)})`;
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.bezierCurveTo(fromX + bend, fromY, x - bend, y, x, y);
    context.stroke();
  }
}

export const indexOfLargest = (values: Float32Array): number => values.indexOf(Math.max(...values));

function drawAnswers(
  context: CanvasRenderingContext2D,
  { way, classes, net }: NetFigure,
  layout: Layout,
  theme: Theme,
): void {
  const box = layout.boxes.answers;
  const step = box.height / way.answers.length;
  const answer = indexOfLargest(way.answers);
  context.font = `${Math.min(layout.font, Math.max(9, 0.5 * step))}px ${theme.font}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  const thick = Math.max(3, 0.2 * step);
  for (const [at, probability] of way.answers.entries()) {
    const y = box.y + at * step;
    const bar = y + 0.94 * step - thick;
    context.fillStyle = theme.line;
    context.fillRect(box.x, bar, box.width, thick);
    context.fillStyle = css(theme[net]);
    context.fillRect(box.x, bar, probability * box.width, thick);
    context.fillStyle = at === answer ? theme.text : theme.muted;
    context.fillText(classes[at] ?? "", box.x, y + (bar - y) / 2);
  }
}
