// What the samples of linear algebra share: matrices of a kind, made of any, and results that do not depend on free signs.

import type { Tensor } from "../../tensor/tensor.js";
import { eye } from "../creation/creation.js";
import { add } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { matmul } from "../products/matmul.js";
import { transpose } from "../views/permute.js";
import { unsqueeze } from "../views/view.js";

/** Well away from having no inverse. */
export const regular = (a: Tensor): Tensor => add(a, eye(a.size(-1), { dtype: a.dtype }).mul(6));
export const symmetric = (a: Tensor): Tensor => add(a, transpose(a, -2, -1));
export const positive = (a: Tensor): Tensor => regular(mul(matmul(a, transpose(a, -2, -1)), 0.5));

/** U · diag(tanh s) · V: as smooth as the matrix, whatever the signs of the directions are. */
export const recombined = (u: Tensor, s: Tensor, v: Tensor): Tensor => matmul(mul(u, unsqueeze(s.tanh(), -2)), v);
