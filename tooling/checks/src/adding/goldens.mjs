// Cases of a family of PyTorch's answers, in the format of tooling/torch-fixtures: picked out of a family, and put behind another's. So
// the examples' answers lie beside this file, and the check needs no PyTorch.
// @ts-check

/**
 * @typedef {{ readonly torch: string, readonly seed: number, readonly cases: readonly any[] }} Family
 * @typedef {{ readonly json: Family, readonly bin: Buffer }} Fixtures
 */

/** Typed arrays of 8-byte elements must begin at multiples of 8. */
const alignment = 8;
/** @type {Readonly<Record<string, number>>} */
const bytes = { float32: 4, float64: 8, int32: 4, int64: 8, uint8: 1, bool: 1 };

/** A value with each tensor in it replaced. @param {any} value @param {(tensor: any) => any} change @returns {any} */
function withTensors(value, change) {
  if (value === null || typeof value !== "object") return value;
  if ("offset" in value && "shape" in value) return change(value);
  if (Array.isArray(value)) return value.map((item) => withTensors(item, change));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTensors(item, change)]));
}

/** The cases of some ops alone. @param {Fixtures} family @param {ReadonlySet<string>} ops @returns {Fixtures} */
export function picked({ json, bin }, ops) {
  /** @type {Buffer[]} */
  const parts = [];
  let length = 0;
  const cases = withTensors(
    json.cases.filter(({ op }) => ops.has(op)),
    (tensor) => {
      /** @type {readonly number[]} */
      const shape = tensor.shape;
      const size = shape.reduce((product, size) => product * size, bytes[tensor.dtype] ?? 0);
      const offset = length;
      const padded = Math.ceil(size / alignment) * alignment;
      parts.push(bin.subarray(tensor.offset, tensor.offset + size), Buffer.alloc(padded - size));
      length += padded;
      return { ...tensor, offset };
    },
  );
  return { json: { ...json, cases }, bin: Buffer.concat(parts) };
}

/** A family with another's cases behind its own. @param {Fixtures} family @param {Fixtures} more @returns {Fixtures} */
export function joined({ json, bin }, more) {
  const start = Math.ceil(bin.length / alignment) * alignment;
  const cases = withTensors(more.json.cases, (tensor) => ({ ...tensor, offset: tensor.offset + start }));
  const between = Buffer.alloc(start - bin.length);
  return { json: { ...json, cases: [...json.cases, ...cases] }, bin: Buffer.concat([bin, between, more.bin]) };
}
