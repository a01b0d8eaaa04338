// The entry @bernoulli/data/node: what needs Node's file system. Only re-exports.

export { CIFAR10, type CIFAR10Options } from "./cifar10.js";
