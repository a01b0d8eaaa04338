// REINFORCE on the cart-pole: reinforce.py of pytorch/examples
// (https://github.com/pytorch/examples/tree/main/reinforcement_learning).

import { cat, distributions, F, finfo, manualSeed, nn, optim, type Tensor, tensor } from "bernoulli";
import { CartPole } from "./cart-pole.js";
import { isMain, parseArguments } from "./program.js";

const { Categorical } = distributions;

class Policy extends nn.Module {
  affine1 = new nn.Linear(4, 128);
  dropout = new nn.Dropout(0.6);
  affine2 = new nn.Linear(128, 2);

  savedLogProbs: Tensor[] = [];
  rewards: number[] = [];

  forward(x: Tensor): Tensor {
    x = this.affine1(x);
    x = this.dropout(x);
    x = F.relu(x);
    const actionScores = this.affine2(x);
    return F.softmax(actionScores, 1);
  }
}

export const defaults = { seed: 543, gamma: 0.99, logInterval: 10, rewardThreshold: 475, maxEpisodes: 100 };

export function main(given: Partial<typeof defaults> = {}) {
  const args = { ...defaults, ...given };
  const env = new CartPole();
  manualSeed(args.seed);

  const policy = new Policy();
  const optimizer = new optim.Adam(policy.parameters(), { lr: 1e-2 });
  const eps = finfo("float32").eps;
  const losses: number[] = [];

  function selectAction(state: number[]): number {
    const probs = policy(tensor(state).float().unsqueeze(0));
    const m = new Categorical(probs);
    const action = m.sample();
    policy.savedLogProbs.push(m.logProb(action));
    return action.item();
  }

  function finishEpisode(): void {
    let R = 0;
    const policyLoss: Tensor[] = [];
    const discounted: number[] = [];
    for (const r of policy.rewards.toReversed()) {
      R = r + args.gamma * R;
      discounted.unshift(R);
    }
    let returns = tensor(discounted);
    returns = returns.sub(returns.mean()).div(returns.std().add(eps));
    for (const [i, logProb] of policy.savedLogProbs.entries()) policyLoss.push(logProb.neg().mul(returns.at(i)));
    optimizer.zeroGrad();
    const loss = cat(policyLoss).sum();
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
    policy.rewards.length = 0;
    policy.savedLogProbs.length = 0;
  }

  let runningReward = 10;
  for (let iEpisode = 1; iEpisode <= args.maxEpisodes; iEpisode++) {
    let state = env.reset();
    let epReward = 0;
    for (let t = 1; t < 10000; t++) {
      const action = selectAction(state);
      let reward: number;
      let done: boolean;
      [state, reward, done] = env.step(action);
      policy.rewards.push(reward);
      epReward += reward;
      if (done) break;
    }
    runningReward = 0.05 * epReward + (1 - 0.05) * runningReward;
    finishEpisode();
    if (iEpisode % args.logInterval === 0)
      console.log(
        `Episode ${iEpisode}\tLast reward: ${epReward.toFixed(2)}\tAverage reward: ${runningReward.toFixed(2)}`,
      );
    if (runningReward > args.rewardThreshold) {
      console.log(
        `Solved! Running reward is now ${runningReward} and the last episode runs to ${epReward} time steps!`,
      );
      break;
    }
  }
  return { losses, runningReward };
}

if (isMain("reinforce.ts")) main(parseArguments(defaults));
