// Random programs over tensors on two devices: ops, views, writes in place, moves here and there, and a backward. In float64, and of
// ops that both devices round alike, a program gives the same bits with its moves and without, plain and compiled, step by step.

import { compile, type Device, Generator, noGrad, rand, scope, type Tensor, where } from "../index.js";

/** Numbers drawn from a seed. */
class Draws {
  readonly #generator: Generator;
  constructor(seed: number) {
    this.#generator = new Generator({ seed });
  }
  below(count: number): number {
    return Number(this.#generator.random64() % BigInt(count));
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** What one op does: it reads, by number, what earlier ones made, and makes one tensor more, of three rows and three columns. */
type Op = (made: Tensor[], place: (x: Tensor) => Tensor) => Tensor;

function drawOp(draws: Draws, count: number): Op {
  const [a, b] = [draws.below(count), draws.below(count)];
  const [from, row] = [draws.below(2), draws.below(3)];
  /** The second operand comes to where the first is: another move, where they are apart. */
  const pair = (made: Tensor[], on: (x: Tensor, y: Tensor) => Tensor) => on(made[a]!, made[b]!.to(made[a]!));
  const ops: readonly Op[] = [
    (made) => pair(made, (x, y) => x.mul(y)),
    (made) => pair(made, (x, y) => x.add(y, { alpha: 0.5 })),
    (made) => pair(made, (x, y) => where(x.gt(y), x, y)),
    (made) => pair(made, (x, y) => x.matmul(y).mul(0.3)),
    (made) => made[a]!.div(made[a]!.abs().add(1)),
    (made) => made[a]!.relu().add(0.1),
    (made) => made[a]!.t(),
    (made) => made[a]!.select(0, row).unsqueeze(from).expand(3, 3),
    (made) => made[a]!.sum(from, { keepdim: true }).expand(3, 3).mul(0.2),
    (made, place) => place(made[a]!),
    (made, place) => place(made[a]!.t()),
    (made, place) => place(made[a]!.select(from, row)).unsqueeze(0).expand(3, 3),
    (made, place) => made[a]!.mul(place(made[a]!.select(0, row)).select(0, from).item() > 0.5 ? 0.5 : 1.5),
    (made) => made[a]!.mul(1).copy_(made[b]!),
    (made) => made[a]!.mul(1).add_(made[b]!.to(made[a]!)),
    (made) => {
      const copy = made[a]!.mul(1);
      copy.select(from, row).copy_(made[b]!.select(0, row));
      return copy;
    },
  ];
  return draws.of(ops);
}

export interface MovedProgram {
  /** Runs it: with its moves, or all on the CPU; all that it computed, call by call. */
  run(options: { readonly moves: boolean; readonly compiled: boolean }): readonly (readonly number[])[];
}

/** The program of a seed: two leaves and a step of some ops, called three times with an update between. */
export function drawMovedProgram(seed: number): MovedProgram {
  const draws = new Draws(seed);
  const ops = Array.from({ length: 3 + draws.below(9) }, (_, at) => drawOp(draws, 3 + at));
  const targets = ops.map((): Device => draws.of(["cpu", "reference"]));
  const homes = [0, 1].map((): Device => draws.of(["cpu", "reference"]));
  return {
    run: ({ moves, compiled }) => {
      const generator = new Generator({ seed });
      const draw = (device: Device) => rand(3, 3, { dtype: "float64", generator, device: moves ? device : "cpu" });
      const leaves = homes.map((device) => draw(device).requiresGrad_());
      const step = (input: Tensor): Tensor => {
        for (const leaf of leaves) leaf.grad = null;
        const made = [...leaves, input];
        // A copy where it is there already, as without moves: sums of gradients have one order by their nodes.
        for (const [at, op] of ops.entries())
          made.push(op(made, (x) => (moves ? x.to(targets[at]!, { copy: true }) : x.clone())));
        const last = made.at(-1)!;
        const loss = last.mul(leaves[0]!.to(last)).sum().cpu().add(leaves[1]!.sum().cpu());
        loss.backward();
        noGrad(() => {
          for (const leaf of leaves) leaf.sub_(leaf.grad!, { alpha: 0.01 });
        });
        return loss;
      };
      const call = compiled ? compile(step) : step;
      const results: number[][] = [];
      for (let time = 0; time < 3; time += 1)
        scope(() => {
          results.push([call(draw("cpu")).item()]);
          for (const leaf of leaves) results.push([...leaf.toTypedArray()], [...leaf.grad!.toTypedArray()]);
        });
      for (const leaf of leaves) leaf.dispose();
      return results;
    },
  };
}
