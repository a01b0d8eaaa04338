// What the worker of an example gives it to import: the page's own copy of the library, each module loaded when it is first asked for.

import type { ModuleName } from "./module-names.js";

export const workerModules: Readonly<Record<ModuleName, () => Promise<object>>> = {
  bernoulli: () => import("bernoulli"),
  "@bernoulli/data": () => import("@bernoulli/data"),
  "@bernoulli/dropout": () => import("@bernoulli/dropout"),
  "@bernoulli/formats": () => import("@bernoulli/formats"),
  "@bernoulli/nn": () => import("@bernoulli/nn"),
  "@bernoulli/nn/models": () => import("@bernoulli/nn/models"),
  "@bernoulli/nn/swa-utils": () => import("@bernoulli/nn/swa-utils"),
  "@bernoulli/optim": () => import("@bernoulli/optim"),
  "@bernoulli/tensor": () => import("@bernoulli/tensor"),
  "@bernoulli/tensor/checkpoint": () => import("@bernoulli/tensor/checkpoint"),
  "@bernoulli/tensor/compile": () => import("@bernoulli/tensor/compile"),
  "@bernoulli/tensor/convolutions": () => import("@bernoulli/tensor/convolutions"),
  "@bernoulli/tensor/distributions": () => import("@bernoulli/tensor/distributions"),
  "@bernoulli/tensor/dtypes": () => import("@bernoulli/tensor/dtypes"),
  "@bernoulli/tensor/formulas": () => import("@bernoulli/tensor/formulas"),
  "@bernoulli/tensor/func": () => import("@bernoulli/tensor/func"),
  "@bernoulli/tensor/lean": () => import("@bernoulli/tensor/lean"),
  "@bernoulli/tensor/linalg": () => import("@bernoulli/tensor/linalg"),
  "@bernoulli/trainer": () => import("@bernoulli/trainer"),
};
