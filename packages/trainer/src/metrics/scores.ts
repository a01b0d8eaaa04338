// What the metrics of classes read of a model's output: scores of shape (N, C, *) with class numbers (N, *), or one score for each
// sample, of the targets' shape, which are 0 and 1 then. Not what any metric makes of them.

import { ArgumentError, checkArgument, ShapeError, type Tensor } from "@bernoulli/tensor";

/** What a model's output is: scores before softmax or sigmoid, as CrossEntropyLoss and BCEWithLogitsLoss take them, or probabilities. */
export type ScoresAre = "logits" | "probabilities";

/** Whether the model gives one score for each sample. @throws ShapeError if the shapes fit neither way. */
export function isBinary(owner: string, output: Tensor, target: Tensor): boolean {
  checkArgument(owner, "output", output, "Tensor");
  checkArgument(owner, "target", target, "Tensor");
  if (output.shape.join() === target.shape.join()) return true;
  const wanted = output.shape.filter((_, dim) => dim !== 1);
  if (output.ndim < 2 || wanted.join() !== target.shape.join())
    throw new ShapeError(
      `${owner}: expected scores of shape (N, C, *) and class numbers of shape (N, *), or one score for each target, got [${output.shape.join(", ")}] and [${target.shape.join(", ")}]`,
    );
  return false;
}

/** @throws ShapeError unless the output has scores of so many classes. */
export function checkClasses(owner: string, output: Tensor, classes: number): void {
  if (output.size(1) !== classes)
    throw new ShapeError(
      `${owner}: expected scores of ${classes} classes along dimension 1, got [${output.shape.join(", ")}]; say how many there are: ${owner}({ classes: ${output.size(1)} })`,
    );
}

/** @throws ArgumentError unless it is an integer of at least 2. */
export function checkCount(owner: string, classes: unknown): asserts classes is number {
  if (!Number.isInteger(classes) || (classes as number) < 2)
    throw new ArgumentError(`${owner}: classes must be an integer of at least 2, but got ${String(classes)}`);
}

/** @throws ArgumentError for another word. */
export function checkScoresAre(owner: string, are: unknown): void {
  if (are !== "logits" && are !== "probabilities")
    throw new ArgumentError(`${owner}: scores must be "logits" or "probabilities", but got ${String(are)}`);
}

/** The answer for each sample: the class with the highest score, or whether the one score is more than even. int32, the targets' shape. */
export function answersOf(owner: string, output: Tensor, target: Tensor, are: ScoresAre): Tensor {
  if (isBinary(owner, output, target)) return output.gt(are === "logits" ? 0 : 0.5).to("int32");
  return output.argmax(1);
}

/** The probabilities of the classes, or of class 1: the output's shape, float32 at least. */
export function probabilitiesOf(output: Tensor, are: ScoresAre, binary: boolean): Tensor {
  if (are === "probabilities") return output;
  return binary ? output.sigmoid() : output.softmax(1);
}
