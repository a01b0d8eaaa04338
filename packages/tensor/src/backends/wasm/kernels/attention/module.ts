// The module of attention's forward and backward pass of one matrix of queries, keys and values: block by block of queries, the scores of
// which are never anywhere but in work space. Backward they are computed anew, from what softmax's sums were.

import {
  F32,
  type FunctionBuilder,
  type I32,
  type Local,
  ModuleBuilder,
  type Parameters,
} from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitBackToKeys, emitOfKeys, emitOfQueries, panelsOf } from "./products.js";
import { emitDeliver, emitFetch, emitPanels, emitRowProducts } from "./rows.js";
import { emitAddMask, emitClose, emitSoftmaxOfScores, emitThroughSoftmax } from "./scores.js";
import { type Part, type Parts, queriesOfBlock, scorePitch, slack, type Widths } from "./sizes.js";

/** What both passes are given: addresses, pitches in bytes, and sizes. */
const common = {
  ...({ query: "i32", queryPitch: "i32", key: "i32", keyPitch: "i32", value: "i32", valuePitch: "i32" } as const),
  ...({ output: "i32", outputPitch: "i32", peaks: "i32", shares: "i32" } as const),
  ...({ mask: "i32", maskRow: "i32", maskColumn: "i32", kept: "i32" } as const),
  ...({ queries: "i32", keys: "i32", embed: "i32", width: "i32", isCausal: "i32" } as const),
  ...({ scale: "f32", factor: "f32", work: "i32" } as const),
} satisfies Parameters;

const gradients = {
  ...({ grad: "i32", gradPitch: "i32", ofQuery: "i32", ofQueryPitch: "i32" } as const),
  ...({ ofKey: "i32", ofKeyPitch: "i32", ofValue: "i32", ofValuePitch: "i32" } as const),
} satisfies Parameters;

type Given = Readonly<Record<keyof typeof common, Local<I32>>>;

function partsOf(tile: Tile, { embed, value }: Widths) {
  const queries = queriesOfBlock(tile);
  const rows = (width: number): Part => ({ fixed: 4 * width * queries, ofKey: 0 });
  const ofKey = (width: number): Part => ({ fixed: 0, ofKey: 4 * width });
  const number: Part = { fixed: 4 * queries, ofKey: 0 };
  return { rows, ofKey, number, embed, value, scores: { fixed: 0, ofKey: scorePitch(tile) } as Part };
}

/** The work area forward. */
export function forwardParts(tile: Tile, widths: Widths) {
  const { rows, ofKey, number, embed, value, scores } = partsOf(tile, widths);
  return {
    ...{ queryRows: rows(embed), queryColumns: rows(embed), result: rows(value) },
    ...{ peakOf: number, shareOf: number, keyRows: ofKey(embed), valueRows: ofKey(value), scores },
  } satisfies Parts<string>;
}

/** The work area backward. */
export function backwardParts(tile: Tile, widths: Widths) {
  const { rows, ofKey, number, embed, value, scores } = partsOf(tile, widths);
  return {
    ...{ queryRows: rows(embed), queryColumns: rows(embed), gradRows: rows(value), gradColumns: rows(value) },
    ...{ result: rows(Math.max(embed, value)), peakOf: number, shareOf: number, levelOf: number },
    ...{ keyRows: ofKey(embed), valueRows: ofKey(value), keySums: ofKey(embed), valueSums: ofKey(value) },
    ...{ scores, scoreGradients: scores },
  } satisfies Parts<string>;
}

function place<Name extends string>(f: FunctionBuilder, parts: Parts<Name>, work: Local<I32>, keys: Local<I32>) {
  const end = f.local("i32", "end", work);
  const places = {} as Record<Name, Local<I32>>;
  for (const [name, { fixed, ofKey }] of Object.entries<Part>(parts)) {
    places[name as Name] = f.local("i32", name, end);
    f.increase(end, ofKey === 0 ? fixed + slack : keys.multiply(ofKey).add(fixed + slack));
  }
  return places;
}

/** The functions that passes are made of; of one width what both widths need is there once. */
function partsOfModule(module: ModuleBuilder, tile: Tile, widths: Widths) {
  const perWidth = (emit: (module: ModuleBuilder, width: number) => FunctionBuilder) => {
    const embed = emit(module, widths.embed);
    return { embed, value: widths.value === widths.embed ? embed : emit(module, widths.value) };
  };
  return {
    perWidth,
    fetch: perWidth(emitFetch),
    deliver: perWidth(emitDeliver),
    panels: perWidth((to, width) => emitPanels(to, tile, width)),
    ofKeys: perWidth((to, width) => emitOfKeys(to, tile, width)),
    ofQueries: perWidth((to, width) => emitOfQueries(to, tile, width)),
    addMask: emitAddMask(module, tile),
    close: emitClose(module, tile),
  };
}

/** Goes over blocks of queries: how many there are, and how many keys they may look at. */
function eachBlock(
  f: FunctionBuilder,
  tile: Tile,
  { queries, keys, isCausal }: Given,
  body: (block: { readonly count: Local<I32>; readonly open: Local<I32>; readonly first: Local<I32> }) => void,
): void {
  const most = queriesOfBlock(tile);
  const [first, count, open] = [f.local("i32", "first", 0), f.local("i32", "count"), f.local("i32", "open")];
  f.while(first.lessThan(queries), () => {
    f.set(count, queries.subtract(first));
    f.if(count.greaterThan(most), () => f.set(count, most));
    f.set(open, keys);
    f.if(isCausal, () => {
      f.set(open, first.add(count));
      f.if(open.greaterThan(keys), () => f.set(open, keys));
    });
    body({ count, open, first });
    f.increase(first, most);
  });
}

/** The module: `forward(…)` and `backward(…)` of one matrix. */
export function emitAttention(tile: Tile, widths: Widths): ModuleBuilder {
  const module = new ModuleBuilder();
  const all = partsOfModule(module, tile, widths);
  const softmax = emitSoftmaxOfScores(module, tile);
  const through = emitThroughSoftmax(module, tile);
  const rowProducts = emitRowProducts(module, widths.value);
  const backToKeys = all.perWidth((to, width) => emitBackToKeys(to, tile, width));
  const most = queriesOfBlock(tile);
  const panels = { embed: widths.embed / tile.columns, value: widths.value / tile.columns };
  const one = F32.of(1);

  /** What is read of a block's queries, and their scores, masked. */
  const scoresOf = (
    f: FunctionBuilder,
    given: Given,
    at: Readonly<Record<"queryRows" | "queryColumns" | "keyRows" | "scores", Local<I32>>>,
    { count, open, first }: Readonly<Record<"count" | "open" | "first", Local<I32>>>,
  ) => {
    const { query, queryPitch, embed, scale, mask, maskRow, maskColumn, isCausal } = given;
    f.call(all.fetch.embed, query, queryPitch, at.queryRows, count, embed, scale);
    f.call(all.panels.embed, at.queryRows, at.queryColumns, count);
    const depth = embed.shiftLeft(2);
    f.call(all.ofKeys.embed, at.keyRows, open, depth, at.queryColumns, panelsOf(count, tile), at.scores);
    f.if(mask, () => f.call(all.addMask, at.scores, open, count, mask, maskRow, maskColumn));
    f.if(isCausal, () => f.call(all.close, at.scores, open, first));
  };
  const advance = (f: FunctionBuilder, { query, queryPitch, output, outputPitch, ...given }: Given) => {
    f.increase(query, queryPitch.multiply(most));
    f.increase(output, outputPitch.multiply(most));
    for (const numbers of [given.peaks, given.shares]) f.increase(numbers, 4 * most);
    f.if(given.mask, () => f.increase(given.mask, given.maskRow.multiply(most)));
    f.if(given.kept, () => f.increase(given.kept, given.keys.multiply(most)));
  };
  const fetchKeys = (
    f: FunctionBuilder,
    { key, keyPitch, value, valuePitch, keys, embed, width }: Given,
    at: Readonly<Record<"keyRows" | "valueRows", Local<I32>>>,
  ) => {
    f.call(all.fetch.embed, key, keyPitch, at.keyRows, keys, embed, one);
    f.call(all.fetch.value, value, valuePitch, at.valueRows, keys, width, one);
  };

  module.define("forward", common, (f, locals) => {
    const given = locals as unknown as Given;
    const { output, outputPitch, peaks, shares, kept, keys, width, factor, work } = given;
    const at = place(f, forwardParts(tile, widths), work, keys);
    fetchKeys(f, given, at);
    eachBlock(f, tile, given, (block) => {
      const { count, open } = block;
      scoresOf(f, given, at, block);
      f.call(softmax, at.scores, open, count, at.peakOf, at.shareOf, kept, keys);
      const depth = open.multiply(scorePitch(tile));
      f.call(all.ofQueries.value, at.scores, count, depth, at.valueRows, panels.value, at.result);
      f.call(all.deliver.value, at.result, output, outputPitch, count, width, factor, at.shareOf);
      f.copy(peaks, at.peakOf, count.shiftLeft(2));
      f.copy(shares, at.shareOf, count.shiftLeft(2));
      advance(f, given);
    });
  });

  module.define("backward", { ...common, ...gradients }, (f, locals) => {
    const given = locals as unknown as Given & Readonly<Record<keyof typeof gradients, Local<I32>>>;
    const { output, outputPitch, peaks, shares, kept, keys, embed, width, scale, factor, work } = given;
    const { grad, gradPitch, ofQuery, ofQueryPitch, ofKey, ofKeyPitch, ofValue, ofValuePitch } = given;
    const at = place(f, backwardParts(tile, widths), work, keys);
    fetchKeys(f, given, at);
    f.clear(at.keySums, keys.multiply(4 * widths.embed));
    f.clear(at.valueSums, keys.multiply(4 * widths.value));
    eachBlock(f, tile, given, (block) => {
      const { count, open } = block;
      scoresOf(f, given, at, block);
      f.call(all.fetch.value, grad, gradPitch, at.gradRows, count, width, one);
      f.call(all.panels.value, at.gradRows, at.gradColumns, count);
      f.call(all.fetch.value, output, outputPitch, at.result, count, width, one);
      f.call(rowProducts, at.gradRows, at.result, at.levelOf, count);
      f.copy(at.peakOf, peaks, count.shiftLeft(2));
      f.copy(at.shareOf, shares, count.shiftLeft(2));
      const widthBytes = width.shiftLeft(2);
      const columns = panelsOf(count, tile);
      f.call(all.ofKeys.value, at.valueRows, open, widthBytes, at.gradColumns, columns, at.scoreGradients);
      const numbers = [at.peakOf, at.shareOf, at.levelOf];
      f.call(through, at.scores, at.scoreGradients, open, count, ...numbers, kept, keys, factor);
      const depth = open.multiply(scorePitch(tile));
      f.call(all.ofQueries.embed, at.scoreGradients, count, depth, at.keyRows, panels.embed, at.result);
      f.call(all.deliver.embed, at.result, ofQuery, ofQueryPitch, count, embed, scale, 0);
      const countBytes = count.shiftLeft(2);
      f.call(backToKeys.value, at.scores, open, countBytes, at.gradRows, panels.value, at.valueSums);
      f.call(backToKeys.embed, at.scoreGradients, open, countBytes, at.queryRows, panels.embed, at.keySums);
      advance(f, given);
      f.increase(grad, gradPitch.multiply(most));
      f.increase(ofQuery, ofQueryPitch.multiply(most));
    });
    f.call(all.deliver.embed, at.keySums, ofKey, ofKeyPitch, keys, embed, one, 0);
    f.call(all.deliver.value, at.valueSums, ofValue, ofValuePitch, keys, width, one, 0);
  });
  return module;
}
