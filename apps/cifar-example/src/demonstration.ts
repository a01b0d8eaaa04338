// What dropout is, shown on a net that has been trained with it: every pass in training mode goes through another thinned
// net, and evaluation mode is what they are together. Measured, not assumed; said in words by report.ts.

import { compile, data, F, Generator, noGrad, scope, type Tensor, withGenerator } from "bernoulli";
import type { DropoutNet } from "./model.js";

/** More give the mean prediction little (Srivastava et al., JMLR 15 (2014), figure 11), and cost a pass each. */
const netCount = 10;
const mostImages = 1000;

export interface Demonstration {
  /** The test image of which the net is about as unsure as it can be of an answer. */
  readonly image: {
    /** What the net takes it for in evaluation mode. */
    readonly answer: string;
    /** The probability of this answer, in passes in training mode and in two in evaluation mode. */
    readonly training: readonly number[];
    readonly evaluation: readonly number[];
  };
  /** Accuracies on the first test images. */
  readonly ensemble: {
    readonly images: number;
    readonly nets: number;
    /** Of one thinned net, on average. */
    readonly alone: number;
    /** Of the mean of all thinned nets' probabilities. */
    readonly together: number;
    readonly evaluation: number;
  };
}

/** Shows a trained net the first test images, again and again. Draws from a generator of its own. */
export function demonstrate(
  model: DropoutNet,
  test: data.ImageDataset,
  transform: (images: Tensor) => Tensor,
  seed: number,
): Demonstration {
  const images = Math.min(mostImages, test.length);
  const first = new data.Subset(
    test,
    Array.from({ length: images }, (_, at) => at),
  );
  const probabilities = compile((input: Tensor) => F.logSoftmax(model(input), 1).exp());
  const hits = { alone: 0, together: 0, evaluation: 0 };
  let chosen: (Demonstration["image"] & { readonly distance: number }) | null = null;
  withGenerator(new Generator({ seed }), () => {
    for (const [batch, labels] of new data.DataLoader(first, { batchSize: 250 })) {
      scope(() =>
        noGrad(() => {
          const input = transform(batch);
          const correct = (answers: Tensor) => answers.argmax(1).eq(labels).sum().item();
          model.train();
          const thinned = Array.from({ length: netCount }, () => probabilities(input));
          model.eval();
          const evaluation = [probabilities(input), probabilities(input)] as const;
          for (const net of thinned) hits.alone += correct(net) / netCount;
          hits.together += correct(thinned.reduce((sum, net) => sum.add(net)));
          hits.evaluation += correct(evaluation[0]);

          const certainties = evaluation[0].max(1).values.toArray() as number[];
          const answers = evaluation[0].argmax(1).toArray() as number[];
          for (const [at, certainty] of certainties.entries()) {
            const distance = Math.abs(certainty - 0.6);
            if (chosen !== null && chosen.distance <= distance) continue;
            const answer = answers[at]!;
            const of = (net: Tensor) => net.select(0, at).select(0, answer).item();
            chosen = {
              distance,
              answer: test.classes[answer]!,
              training: thinned.slice(0, 5).map(of),
              evaluation: evaluation.map(of),
            };
          }
        }),
      );
    }
  });
  const { answer, training, evaluation } = chosen!;
  return {
    image: { answer, training, evaluation },
    ensemble: {
      images,
      nets: netCount,
      alone: hits.alone / images,
      together: hits.together / images,
      evaluation: hits.evaluation / images,
    },
  };
}
