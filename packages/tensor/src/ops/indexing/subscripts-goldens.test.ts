// Random index expressions against PyTorch: what is read, what is written, and the gradients of both, plain and compiled; and which of
// them are refused. subscripts.test.ts has the properties.

import { loadFixtures } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { BernoulliError, compile, type DType, type Index, type Tensor, tensor, zeros } from "../../index.js";

type Given = Index | { readonly dtype: DType; readonly data: number | boolean | readonly (number | boolean)[] };

const layouts: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  contiguous: (x) => x,
  transposed: (x) => x.transpose(0, -1),
  stepped: (x) => x.slice(0, 0, Number.POSITIVE_INFINITY, 2),
  expanded: (x) => x.unsqueeze(0).expand(2, ...x.shape),
};

const counted = (shape: readonly number[], from: number) => {
  const size = shape.reduce((all, one) => all * one, 1);
  return size === 0 ? zeros(shape) : tensor(Array.from({ length: size }, (_, at) => from + at)).view(shape);
};
const isGivenTensor = (index: Given): index is Exclude<Given, Index> =>
  typeof index === "object" && index !== null && "dtype" in index && "data" in index;
const indexOf = (index: Given): Index =>
  isGivenTensor(index) ? tensor(index.data as number[], { dtype: index.dtype as DType }) : index;
const numbers = (x: Tensor | null) => (x === null ? null : [...x.toTypedArray()]);

const { cases } = loadFixtures("subscripts");

it.each(cases.map((golden) => [JSON.stringify(golden["indices"]), golden] as const))("%s", (_, golden) => {
  const { shape, layout, read, written } = golden;
  const laid = layouts[layout]!;
  const indices = (golden["indices"] as Given[]).map(indexOf);
  const reading = () => {
    const x = counted(shape, 0).requiresGrad_();
    const result = laid(x).at(...indices);
    result.backward({ gradient: counted(result.shape, 1) });
    return { shape: result.shape, data: numbers(result), gradient: numbers(x.grad) };
  };
  if (read === null) expect(reading).toThrow(BernoulliError);
  else expect(reading()).toEqual(read);
  if (written === null) return;
  const { value } = written;
  const writing = () => {
    const x = counted(shape, 0).requiresGrad_();
    const y = x.mul(1);
    const own = typeof value === "number" ? value : counted(value.shape, 1).neg().detach().requiresGrad_();
    laid(y).set(indices, own);
    y.backward({ gradient: counted(shape, 1) });
    const of = typeof own === "number" ? {} : { ofValue: numbers(own.grad) };
    return { value, data: numbers(y), gradient: numbers(x.grad), ...of };
  };
  expect(writing()).toEqual(written);
  // What is only read and written is recorded too; a mask is read, which ends a plan.
  const step = compile(() => {
    const y = counted(shape, 0);
    laid(y).set(indices, typeof value === "number" ? value : counted(value.shape, 1).neg());
    return y;
  });
  for (let call = 0; call < 3; call++) expect(numbers(step())).toEqual(written.data);
});

it("has enough of each", () => {
  const refused = cases.filter(({ read }) => read === null).length;
  expect([cases.length, refused > 10, refused < 60]).toEqual([260, true, true]);
});
