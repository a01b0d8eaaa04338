// What a tensor without methods says where JavaScript would make something of it by itself: nothing of it is a number, and its inside
// is no JSON. methods.ts, where it is loaded, says more.

import { BernoulliError } from "../checks/errors.js";
import { Tensor } from "./tensor.js";

function refuse(name: PropertyKey, message: string): void {
  if (Object.hasOwn(Tensor.prototype, name)) return;
  Object.defineProperty(Tensor.prototype, name, {
    value(): never {
      throw new BernoulliError(message);
    },
    configurable: true,
    writable: true,
  });
}

refuse("toJSON", "toJSON: a Tensor of the lean entry becomes no JSON by itself; write toArray(x) into it");
refuse(
  Symbol.toPrimitive,
  "a Tensor is no number or text by itself; use the functions, such as add(x, 1), item(x) and formatTensor(x)",
);
