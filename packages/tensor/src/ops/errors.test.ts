// Every op's error samples: the class of the error and its whole text, on every device.

import { describe, expect, it } from "vitest";
import { devices, setDefaultDevice } from "../tensor/device.js";
import { allSamples } from "./samples.testing.js";

for (const [op, { errors = [] }] of allSamples) {
  describe.runIf(errors.length > 0)(op, () => {
    for (const { name, call, error, text } of errors) {
      it(`refuses ${name}`, () => {
        for (const device of devices) {
          setDefaultDevice(device);
          let thrown: unknown = null;
          try {
            call();
          } catch (caught) {
            thrown = caught;
          }
          setDefaultDevice("cpu");
          expect(thrown, `${name} on ${device}`).toBeInstanceOf(error);
          expect((thrown as Error).message).toBe(text);
        }
      });
    }
  });
}
