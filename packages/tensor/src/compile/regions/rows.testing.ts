// What goes on from sums and extremes over rows, for random programs: softmax, norms and such by composition, and rows' own numbers,
// read, changed in place and kept. Holds no tests.

import { noGrad, type Tensor } from "../../index.js";

export interface Rows {
  chance(chance: number): boolean;
  pick<Choice>(choices: readonly Choice[]): Choice;
  /** One that can stand beside a tensor without changing its shape. */
  partner(x: Tensor): Tensor;
  keep(result: Tensor): void;
}

/** Of a tensor of one dimension or more, numbers of ordinary size. */
export function overRows(x: Tensor, rows: Rows): Tensor {
  const { chance, pick } = rows;
  const count = chance(0.7) ? 1 : 1 + Math.floor(x.ndim / 2);
  const dims = x.shape.map((_, dim) => dim).slice(x.ndim - count);
  const kept = (of: Tensor, reduce: (of: Tensor, keepdim: boolean) => Tensor): Tensor => {
    if (chance(0.7)) return reduce(of, true);
    return reduce(of, false).reshape(of.shape.map((size, dim) => (dims.includes(dim) ? 1 : size)));
  };
  const mean = (of: Tensor) => kept(of, (one, keepdim) => one.mean(dims, { keepdim }));
  const sum = (of: Tensor) => kept(of, (one, keepdim) => one.sum(dims, { keepdim }));
  const largest = (of: Tensor): Tensor => {
    const which = pick(["max", "min"] as const);
    if (chance(0.4) || dims.length > 1)
      return which === "max" ? of.amax(dims, { keepdim: true }) : of.amin(dims, { keepdim: true });
    const { values, indices } = of[which](x.ndim - 1, { keepdim: true });
    if (chance(0.3)) rows.keep(indices);
    return chance(0.2) ? values.add(indices.to("float32").mul(0.01)) : values;
  };
  const kind = pick(["softmax", "logSoftmax", "layer norm", "root of squares", "extreme", "in place", "rows"] as const);
  if (kind === "softmax" || kind === "logSoftmax") {
    const shift = kept(x, (one) => largest(one));
    const apart = x
      .sub(chance(0.5) ? shift.detach() : shift)
      .tanh()
      .mul(3);
    const powers = apart.exp();
    const total = sum(powers);
    if (chance(0.2)) rows.keep(total);
    return kind === "softmax" ? powers.div(total) : apart.sub(total.log());
  }
  if (kind === "layer norm") {
    const middle = mean(x);
    const apart = x.sub(middle);
    if (chance(0.2)) rows.keep(apart);
    const y = apart.div(mean(apart.mul(apart)).add(0.1).sqrt());
    return chance(0.5) ? y.mul(rows.partner(y).tanh()).add(rows.partner(y)) : y;
  }
  if (kind === "root of squares") return x.mul(mean(x.mul(x)).add(0.1).sqrt().reciprocal());
  if (kind === "extreme") return ordinary(x.sub(largest(chance(0.5) ? x : x.mul(-0.7))), rows);
  const changed = () =>
    noGrad(() => {
      const own = x.detach().clone();
      const middle = mean(own);
      if (chance(0.5)) middle.mul_(0.5).add_(0.1);
      if (chance(0.5)) rows.keep(middle);
      own.sub_(middle);
      const total = mean(own.abs());
      if (chance(0.5)) total.add_(middle);
      // What was read before is another thing now.
      own.mul_(0.5);
      own.div_(total.abs().add(0.5));
      if (chance(0.4)) own.add_(middle, { alpha: 0.1 });
      return own;
    });
  if (kind === "in place") return changed();
  const of = mean(x);
  const scale = rows.partner(of).tanh();
  return x.mul(of.mul(scale).add(0.2)).add(mean(x.mul(0.3)).tanh());
}

function ordinary(x: Tensor, { chance }: Rows): Tensor {
  return chance(0.5) ? x.tanh() : x.mul(0.3);
}
