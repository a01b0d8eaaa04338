// Convolutions of any steps, dilations and groups, and their images' gradients, as products over the windows of a row, on images whose
// channels lie together: a tile of neighbouring positions times a panel of outputs of their group, over a table of where a
// window's elements lie. A gradient in steps is as many convolutions as there are remainders, which is what a transposed
// convolution is. The weight's gradient is direct-weight-gradient.ts's.

import { ModuleBuilder } from "../../assembler/index.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, type Tile } from "../../simd.js";
import { clear, copyFloats } from "../copy.js";
import { axesOf, gradientSpanOf, regularTaps } from "../depthwise/windows.js";
import {
  argumentsOfEpilogue,
  type Epilogue,
  type EpilogueAt,
  epilogueWithBias,
  finishIn,
  parametersOfEpilogue,
} from "../epilogue.js";
import { emitRegisterTiles } from "../register-tile.js";
import {
  type DirectConvolution,
  forwardPass,
  gradientPass,
  type Part,
  type Pass,
  partsOf,
  tileFor,
} from "./direct-sizes.js";

/** `rows0(source, panels, offsets, scratch, begin, end, …)`, …: rows of all images one behind the other. */
function emitDirect(pass: Pass, tile: Tile, parts: readonly (readonly Part[])[], epilogue: Epilogue): ModuleBuilder {
  const { groups, depth, columns, source, target, sourceStep, targetStep } = pass;
  const [sourcePosition, targetPosition] = [4 * groups * depth, 4 * groups * columns];
  const panelPitch = 4 * tile.columns;
  const rowStep = sourceStep[1] * sourcePosition;
  const module = new ModuleBuilder();
  const layout = { rowStep, depthStep: null, rightPitch: panelPitch, productPitch: panelPitch };
  const micro = emitRegisterTiles(module, tile, layout);
  const own = { source: "i32", panels: "i32", offsets: "i32", scratch: "i32", begin: "i32", end: "i32" } as const;
  for (const [phase, along] of parts.entries())
    module.define(`rows${phase}`, { ...own, ...parametersOfEpilogue(epilogue) }, (f, p) => {
      const finish = finishIn(f, epilogue, p, tile);
      const [image, row] = [f.local("i32", "image"), f.local("i32", "row")];
      const [from, element, column] = [f.local("i32", "from"), f.local("i32", "element"), f.local("i32", "column")];
      const [group, sourceRow, targetRow] = [
        f.local("i32", "group"),
        f.local("i32", "sourceRow"),
        f.local("i32", "targetRow"),
      ];
      const panel = f.local("i32", "panel");
      const emitPart = ({ rows, columns: { first, count }, elements, panelsBefore, offsetsBefore }: Part) => {
        const offsets = p.offsets.add(4 * offsetsBefore);
        const tilesOf = (width: number) => {
          f.set(from, sourceRow.add(group));
          f.set(element, targetRow.add(column));
          const emitTile = (height: number) => {
            f.call(micro[height - 1]!, from, panel, p.scratch, offsets.add(4 * elements), offsets);
            const places = Array.from({ length: height }, (_, i) => ({
              from: p.scratch,
              fromOffset: i * panelPitch,
              place: {
                ...{ element, column, row: null, columnOffset: 0 },
                elementOffset: i * targetStep[1] * targetPosition,
              },
            }));
            finish(places, width);
            f.increase(from, height * rowStep);
            f.increase(element, height * targetStep[1] * targetPosition);
          };
          const tilesOfRow = Math.ceil(count / tile.rows);
          const height = Math.ceil(count / tilesOfRow);
          f.repeat(Math.floor(count / height), () => emitTile(height));
          if (count % height > 0) emitTile(count % height);
          f.increase(panel, elements * panelPitch);
          f.increase(column, 4 * width);
        };
        f.set(panel, p.panels.add(4 * panelsBefore));
        f.set(group, 0);
        f.set(column, 0);
        const line = image.multiply(source[0]).add(row.multiply(sourceStep[0]));
        f.set(sourceRow, p.source.add(line.multiply(source[1] * sourcePosition)));
        const targetLine = image.multiply(target[0]).add(row.multiply(targetStep[0]).add(rows.first));
        f.set(targetRow, targetLine.multiply(target[1]).add(first).multiply(targetPosition));
        f.repeat(groups, () => {
          f.repeat(Math.floor(columns / tile.columns), () => tilesOf(tile.columns));
          if (columns % tile.columns > 0) tilesOf(columns % tile.columns);
          f.increase(group, 4 * depth);
        });
      };
      f.while(p.begin.lessThan(p.end), () => {
        f.set(image, p.begin.divideUnsigned(along[0]!.rows.count));
        f.set(row, p.begin.remainderUnsigned(along[0]!.rows.count));
        for (const part of along) emitPart(part);
        f.increase(p.begin, 1);
      });
    });
  return module;
}

/**
 * Lays the weight, its elements outermost, out in panels of outputs, by part: [group][panel][row][column][depth][output], and zeros where a
 * panel is not full.
 */
function layPanels(runtime: Runtime, pass: Pass, tile: Tile, part: Part, weight: number, panels: number): void {
  const { groups, depth, columns, kernelSize, weightSteps } = pass;
  const [rows, across] = [part.rows.taps, part.columns.taps];
  if (part.elements === 0) return;
  const [first, second] = [regularTaps(rows), regularTaps(across)];
  const [groupStep, depthStep, columnStep] = weightSteps;
  const panelFloats = part.elements * tile.columns;
  const ofGroup = Math.ceil(columns / tile.columns);
  const channels = groups * depth * columns;
  for (let panel = 0; panel < ofGroup; panel += 1) {
    const width = Math.min(tile.columns, columns - panel * tile.columns);
    const element = rows[0]!.at * kernelSize[1] + across[0]!.at;
    const offset = element * channels + panel * tile.columns * columnStep;
    copyFloats(
      runtime,
      [groups, rows.length, across.length, depth, width],
      {
        address: weight + 4 * offset,
        bytes: 4,
        strides: [groupStep, first.at * kernelSize[1] * channels, second.at * channels, depthStep, columnStep],
      },
      {
        address: panels + 4 * (part.panelsBefore + panel * panelFloats),
        bytes: 4,
        strides: [ofGroup * panelFloats, across.length * depth * tile.columns, depth * tile.columns, tile.columns, 1],
      },
    );
  }
}

/** Where a window's elements lie behind its position: as panels have them. Loops, since this runs whenever a pass does. */
function offsetsOf({ depth, groups, source }: Pass, parts: readonly Part[]): Int32Array {
  const position = 4 * groups * depth;
  const offsets = new Int32Array(parts.reduce((sum, { elements }) => sum + elements, 0));
  let next = 0;
  for (const { rows, columns } of parts)
    for (const { shift: row } of rows.taps)
      for (const { shift: column } of columns.taps) {
        const element = (row * source[1] + column) * position;
        for (let channel = 0; channel < depth; channel += 1) offsets[next + channel] = element + 4 * channel;
        next += depth;
      }
  return offsets;
}

function runPass(runtime: Runtime, pass: Pass, source: number, weight: number, epilogue: EpilogueAt): void {
  const tile = tileFor(pass.columns);
  const parts = partsOf(pass, tile);
  const { name, batch, nanoseconds, ...rest } = pass;
  const key = `${getSimd()} ${JSON.stringify(rest)} ${epilogue.name}`;
  const kernel = runtime.kernel(`direct convolution ${name} ${key}`, () => emitDirect(pass, tile, parts, epilogue));
  const all = parts.flat();
  const offsets = offsetsOf(pass, all);
  const last = all.at(-1)!;
  const perElement = pass.groups * Math.ceil(pass.columns / tile.columns) * tile.columns;
  const panelBytes = 4 * (last.panelsBefore + last.elements * perElement);
  const own = argumentsOfEpilogue(epilogue);
  runtime.withScratch(panelBytes + 4 * offsets.length + 64, (panels) => {
    const table = panels + panelBytes;
    runtime.table(table, offsets);
    if (pass.columns % tile.columns > 0) clear(runtime, panels, panelBytes);
    const elements = pass.kernelSize[0] * pass.kernelSize[1];
    const channels = pass.groups * pass.depth * pass.columns;
    runtime.withScratch(4 * elements * channels, (outermost) => {
      const bytes = 4;
      const from = { address: weight, bytes, strides: [1, elements] };
      copyFloats(runtime, [elements, channels], from, { address: outermost, bytes, strides: [channels, 1] });
      for (const part of all) layPanels(runtime, pass, tile, part, outermost, panels);
    });
    for (const [phase, along] of parts.entries())
      runtime.spread(batch * along[0]!.rows.count, nanoseconds / parts.length, (begin, end) =>
        runtime.withScratch(4 * tile.rows * tile.columns, (scratch) =>
          runtime.call(kernel, `rows${phase}`, source, panels, table, scratch, begin, end, ...own),
        ),
      );
  });
}

export interface DirectForward {
  /** With a border of the padding. */
  readonly image: number;
  readonly weight: number;
  readonly bias: number | null;
  readonly output: number;
  readonly behind: EpilogueAt | null;
}

export function directForward(runtime: Runtime, sizes: DirectConvolution, at: DirectForward): void {
  const epilogue = epilogueWithBias(at.behind, at.output, at.bias);
  runPass(runtime, forwardPass(sizes), at.image, at.weight, epilogue);
}

export interface DirectInputGradient {
  readonly gradient: number;
  readonly weight: number;
  /** Without a border. */
  readonly imageGradient: number;
  readonly behind: EpilogueAt | null;
}

export function directInputGradient(runtime: Runtime, sizes: DirectConvolution, at: DirectInputGradient): void {
  const { batch, outputChannels, outputSize } = sizes;
  const pass = gradientPass(sizes);
  const epilogue = epilogueWithBias(at.behind, at.imageGradient, null);
  const [rows, columns] = pass.source;
  if (rows === outputSize[0] && columns === outputSize[1]) {
    runPass(runtime, pass, at.gradient, at.weight, epilogue);
    return;
  }
  const bytes = 4 * batch * rows * columns * outputChannels;
  const [above, before] = axesOf(sizes).map((axis) => gradientSpanOf(axis).before) as [number, number];
  runtime.withScratch(bytes, (bordered) => {
    clear(runtime, bordered, bytes);
    const row = outputSize[1] * outputChannels;
    copyFloats(
      runtime,
      [batch, outputSize[0], row],
      { address: at.gradient, bytes: 4, strides: [outputSize[0] * row, row, 1] },
      {
        address: bordered + 4 * (above * columns + before) * outputChannels,
        bytes: 4,
        strides: [rows * columns * outputChannels, columns * outputChannels, 1],
      },
    );
    runPass(runtime, pass, bordered, at.weight, epilogue);
  });
}
