// Tanh and Sigmoid, which squash everything into (−1, 1) and (0, 1), and their relatives LogSigmoid, Softsign and Softplus.

import {
  logsigmoid,
  type Positional,
  type SoftplusOptions,
  sigmoid,
  softplus,
  softsign,
  type Tensor,
  tanh,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { Activation } from "./activation.js";

/**
 * The hyperbolic tangent, element by element. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Tanh.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Tanh } from "@bernoulli/nn";
 * new Tanh()(tensor([0, 1])).toArray(); // → [0, 0.7615942]
 * ```
 */
export class Tanh extends Module {
  static override readonly name: string = "Tanh";
  forward(input: Tensor): Tensor {
    return tanh(input);
  }
}

/**
 * 1 / (1 + e⁻ˣ), element by element. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Sigmoid } from "@bernoulli/nn";
 * new Sigmoid()(tensor([0, 1])).toArray(); // → [0.5, 0.7310586]
 * ```
 */
export class Sigmoid extends Module {
  static override readonly name: string = "Sigmoid";
  forward(input: Tensor): Tensor {
    return sigmoid(input);
  }
}

/**
 * log sigmoid(x), where nothing underflows. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { LogSigmoid } from "@bernoulli/nn";
 * new LogSigmoid()(tensor([-100, 0])).toArray(); // → [-100, -0.6931472]
 * ```
 */
export class LogSigmoid extends Module {
  static override readonly name: string = "LogSigmoid";
  forward(input: Tensor): Tensor {
    return logsigmoid(input);
  }
}

/**
 * x / (1 + |x|). Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Softsign.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Softsign } from "@bernoulli/nn";
 * new Softsign()(tensor([-1, 0, 3])).toArray(); // → [-0.5, 0, 0.75]
 * ```
 */
export class Softsign extends Module {
  static override readonly name: string = "Softsign";
  forward(input: Tensor): Tensor {
    return softsign(input);
  }
}

/**
 * log(1 + e^(beta · x)) / beta; x where beta · x is above the threshold. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Softplus } from "@bernoulli/nn";
 * new Softplus()(tensor([-1, 0, 30])).toArray(); // → [0.3132617, 0.6931472, 30]
 * String(new Softplus()); // → "Softplus(beta=1.0, threshold=20.0)"
 * ```
 */
export class Softplus extends Activation {
  static override readonly name: string = "Softplus";
  declare beta: number;
  declare threshold: number;

  constructor(...rest: Positional<SoftplusOptions, ["beta", "threshold"]>) {
    super("Softplus", { beta: 1, threshold: 20 }, rest);
  }

  forward(input: Tensor): Tensor {
    return softplus(input, { beta: this.beta, threshold: this.threshold });
  }
}
