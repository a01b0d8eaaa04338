// The functions that are methods of tensors, each one's first argument becoming `this`: those of ops/methods.ts and these. The only list;
// methods.ts hangs them on the prototype, and method-docs.ts has their docs.

import { backward } from "../autograd/backward.js";
import { registerHook, registerPostAccumulateGradHook } from "../autograd/hooks.js";
import { retainGrad } from "../autograd/retain-grad.js";
import { half } from "../ops/creation/casts.js";
import { cpu, cuda } from "../ops/creation/to.js";
import * as ops from "../ops/methods.js";
import {
  elementSize,
  getDevice,
  isComplex,
  isContiguous,
  isFloatingPoint,
  isNonzero,
  isSameSize,
  isSigned,
  ndimension,
  nelement,
  storageOffset,
  stride,
  type,
} from "./questions.js";
import { item, read, toArray, toJSON, tolist, toTypedArray } from "./reads.js";

export const functions = {
  ...ops,
  backward,
  cpu,
  cuda,
  elementSize,
  getDevice,
  half,
  isComplex,
  isContiguous,
  isFloatingPoint,
  isNonzero,
  isSameSize,
  isSigned,
  item,
  ndimension,
  nelement,
  read,
  registerHook,
  registerPostAccumulateGradHook,
  retainGrad,
  storageOffset,
  stride,
  toArray,
  toJSON,
  tolist,
  toTypedArray,
  type,
};

export type Functions = typeof functions;
