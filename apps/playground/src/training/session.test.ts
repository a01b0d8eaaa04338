// The run behind the page, in Node: it learns, its masks are those of its steps, its twin has none, and looking changes nothing.

import { recordMasks } from "@bernoulli/dropout";
import { Generator, scope, withGenerator } from "@bernoulli/tensor";
import { Variants } from "@bernoulli/testing";
import { describe, expect, it, test } from "vitest";
import { netNames } from "../state/nets.js";
import { type Kind, kindsAt, type Place, places } from "../state/places.js";
import { type Drop, defaults, type Settings } from "../state/settings.js";
import { normalize, shapes } from "./images.js";
import { detailsOf, wayOf } from "./look.js";
import { keptOf } from "./masks.js";
import { ReferenceNet } from "./net.js";
import { pixelsOf } from "./offered.js";
import { Session } from "./session.js";

const images = shapes(100);
const pixels = pixelsOf(images, 3);

function run(settings: Partial<Settings>, body: (session: Session, settings: Settings) => void): void {
  const all: Settings = { ...defaults, size: 100, ...settings };
  const session = new Session(all, images);
  try {
    body(session, all);
  } finally {
    session.dispose();
  }
}

const weightsOf = (session: Session) =>
  netNames.map((net) =>
    [...session.nets[net].net.parameters()].map((one) => Array.from(one.toTypedArray() as Float32Array)),
  );

const withDrop = (place: Place, drop: Drop): Settings["drops"] => {
  const none: Drop = { kind: "none", p: 0 };
  return { conv1: none, conv2: none, fc1: none, fc2: none, [place]: drop };
};

const variants = new Variants("apps/playground/src/training/session.test.ts");

describe("a run", () => {
  it.runIf(variants.takes("a run that learns"))(
    "learns: both nets' loss falls and their accuracy rises, live, clean and held out",
    () => {
      run({ lr: 2e-3 }, (session) => {
        const first = session.step();
        for (let step = 2; step < 75; step++) session.step();
        const last = session.step();
        expect(last).toMatchObject({ step: 75, epoch: 18 });
        for (const net of netNames) {
          expect(last.measured![net].clean.accuracy, net).toBeGreaterThan(first.measured![net].clean.accuracy + 0.3);
          expect(last.measured![net].clean.loss, net).toBeLessThan(0.7 * first.measured![net].clean.loss);
          expect(last.measured![net].heldOut.accuracy, net).toBeGreaterThan(0.15);
          expect(last.live![net].accuracy, net).toBeGreaterThan(first.live![net].accuracy);
        }
      });
    },
  );

  it("gives the same bits for the same seed, however much is looked at, and others for another", () => {
    const ends: unknown[] = [];
    for (const [seed, looks] of [
      [5, false],
      [5, true],
      [6, false],
    ] as const)
      run({ seed }, (session, settings) => {
        for (let step = 0; step < 3; step++) {
          session.step();
          if (!looks) continue;
          wayOf(session, pixels, settings);
          wayOf(session, pixels, { ...settings, mode: "eval" });
          detailsOf(session, pixels, settings);
        }
        ends.push(weightsOf(session));
      });
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).not.toEqual(ends[0]);
  });

  it("begins with the reference net's 361,034 weights, the same in both nets", () => {
    run({}, (session) => {
      const [dropout, plain] = weightsOf(session);
      expect(dropout!.flat()).toHaveLength(361_034);
      expect(plain).toEqual(dropout);
    });
  });

  it("with p of 0 everywhere the net is its twin, bit for bit", () => {
    run({ drops: withDrop("fc1", { kind: "dropout", p: 0 }) }, (session) => {
      for (let step = 0; step < 3; step++) session.step();
      const [dropout, plain] = weightsOf(session);
      expect(dropout).toEqual(plain);
    });
  });

  it("takes another p and another rate under way, and no other seed, optimizer or size", () => {
    run({}, (session, settings) => {
      session.step();
      const drops = withDrop("fc2", { kind: "dropout", p: 0.75 });
      expect(session.adopt({ ...settings, drops, lr: 0.01 })).toBe(true);
      expect(session.nets.dropout.optimizer.paramGroups[0]!.lr).toBe(0.01);
      session.step();
      expect(session.nets.dropout.drawn.masks.map(({ module, p }) => [module, p])).toEqual([["atFc2", 0.75]]);
      for (const change of [{ seed: 1 }, { optimizer: "sgd" }, { size: 250 }] as const)
        expect(session.adopt({ ...settings, ...change })).toBe(false);
    });
  });
});

describe("the masks that are shown", () => {
  it("are those of the step: what recordMasks finds in the first step of a net of the same seed", () => {
    run({ seed: 9 }, (session, settings) => {
      session.step();
      const generator = new Generator({ seed: 9 });
      const net = withGenerator(generator, () => new ReferenceNet());
      net.drop(settings.drops);
      // Masks depend on the stream alone, so any batch of as many images has them.
      const { masks } = scope(() => {
        const batch = normalize(images.train.getBatch(Array.from({ length: 32 }, (_, at) => at))[0]);
        return withGenerator(generator, () => recordMasks(net, () => void net(batch)));
      });
      net.dispose();
      const { dropout, plain } = wayOf(session, pixels, settings);
      for (const [at, place] of (["fc1", "fc2"] as const).entries()) {
        const first = masks[at]!.kept.subarray(0, 512);
        expect([...dropout.kept[place]!].map((kept) => kept / 255)).toEqual([...first]);
        // And nothing that was dropped says anything.
        expect(dropout.units[place].filter((_, unit) => first[unit] === 0).every((value) => value === 0)).toBe(true);
      }
      expect(dropout.kept.conv1).toBeNull();
      expect(Object.values(plain.kept)).toEqual([null, null, null, null]);
      expect(session.nets.plain.drawn).toEqual({ masks: [], noise: [] });
    });
  });

  it("are other ones at the next step, are none in evaluation mode, and are an example's before the first", () => {
    run({}, (session, settings) => {
      const keptNow = () => wayOf(session, pixels, settings).dropout.kept.fc2;
      const example = keptNow();
      expect(example!.some((kept) => kept === 0)).toBe(true);
      session.step();
      const first = keptNow();
      session.step();
      expect(keptNow()).not.toEqual(first);
      expect(wayOf(session, pixels, { ...settings, mode: "eval" }).dropout.kept.fc2).toBeNull();
    });
  });

  const cases = places.flatMap((place) =>
    kindsAt[place].filter((kind) => kind !== "none").map((kind): [Kind, Place] => [kind, place]),
  );
  test.each(cases)("%s at %s: trains, and what is drawn as dropped is what the net lost", (kind, place) => {
    run({ drops: withDrop(place, { kind, p: 0.5 }) }, (session, settings) => {
      session.step();
      const shown = wayOf(session, pixels, settings).dropout.kept;
      const whole = keptOf(session.nets.dropout.drawn, { conv1: 0.5, conv2: 0.5, fc1: 0.5, fc2: 0.5 });
      expect(shown).toEqual(whole);
      const [kept, { units }] = [shown[place]!, wayOf(session, pixels, settings).dropout];
      for (const other of places) if (other !== place) expect(shown[other]).toBeNull();
      if (kind === "gaussian") return expect(new Set(kept).size).toBeGreaterThan(20);
      const dropped = kept.reduce((sum, value) => sum + Number(value === 0), 0) / kept.length;
      expect(dropped).toBeGreaterThan(0.25);
      expect(dropped).toBeLessThan(0.75);
      // Alpha dropout puts its saturation there, which is negative and drawn as nothing.
      expect(units[place].every((value, at) => kept[at] !== 0 || value === 0)).toBe(true);
      expect(units[place].some((value, at) => kept[at] !== 0 && value > 0)).toBe(true);
    });
  });
});

describe("details", () => {
  it("have probabilities, and a spread where something is dropped", () => {
    run({}, (session, settings) => {
      session.step();
      const { answers, spread, maps, filters } = detailsOf(session, pixels, settings);
      for (const net of netNames) {
        expect(answers[net].reduce((sum, value) => sum + value)).toBeCloseTo(1, 5);
        expect(maps[net]).toHaveLength(32 * 30 * 30);
        expect(filters[net]).toHaveLength(32 * 9 * 4);
      }
      expect(spread!.mean.reduce((sum, value) => sum + value)).toBeCloseTo(1, 5);
      expect(Math.max(...spread!.deviation)).toBeGreaterThan(0);
      expect(spread!.mutualInformation).toBeLessThan(spread!.entropy);
      const none = { ...settings, drops: withDrop("fc1", { kind: "none", p: 0.5 }) };
      session.adopt(none);
      expect(detailsOf(session, pixels, none).spread).toBeNull();
    });
  });
});

variants.tell(it);
