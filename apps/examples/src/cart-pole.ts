// The cart-pole of Barto, Sutton and Anderson, 1983, as OpenAI's Gym has it: CartPole-v1. Plain numbers; its first states are drawn
// from the default generator.

import { empty, noGrad } from "bernoulli";

export class CartPole {
  static readonly maxSteps = 500;
  private state: number[] = [];
  private steps = 0;

  /** The first state: position and speed of the cart, angle and speed of the pole. */
  reset(): number[] {
    this.state = noGrad(() => empty([4]).uniform_(-0.05, 0.05).toArray() as number[]);
    this.steps = 0;
    return this.state;
  }

  /** Pushes the cart left, 0, or right, 1, for a fiftieth of a second. */
  step(action: number): [state: number[], reward: number, done: boolean] {
    const [gravity, massCart, massPole, length, forceMag, tau] = [9.8, 1, 0.1, 0.5, 10, 0.02];
    const [x, xDot, theta, thetaDot] = this.state as [number, number, number, number];
    const force = action === 1 ? forceMag : -forceMag;
    const [cosTheta, sinTheta] = [Math.cos(theta), Math.sin(theta)];
    const totalMass = massCart + massPole;
    const temp = (force + massPole * length * (thetaDot * thetaDot) * sinTheta) / totalMass;
    const thetaAcc =
      (gravity * sinTheta - cosTheta * temp) / (length * (4 / 3 - (massPole * (cosTheta * cosTheta)) / totalMass));
    const xAcc = temp - (massPole * length * thetaAcc * cosTheta) / totalMass;
    this.state = [x + tau * xDot, xDot + tau * xAcc, theta + tau * thetaDot, thetaDot + tau * thetaAcc];
    this.steps += 1;
    const fell = Math.abs(this.state[0]!) > 2.4 || Math.abs(this.state[2]!) > (12 * 2 * Math.PI) / 360;
    return [this.state, 1, fell || this.steps >= CartPole.maxSteps];
  }
}
