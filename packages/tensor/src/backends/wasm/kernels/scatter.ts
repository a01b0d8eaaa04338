// The opposite of packing a window's elements: adds products back to the places that they were gathered from.
// Used by the input gradient of a convolution (convolution.ts).

import { loadF32, loadF32x4, loadI32, ModuleBuilder } from "../assembler/index.js";
import { areNeighbours } from "./packing.js";

/**
 * `run`: image[windows[w] + places[p]] += products[w][p]. Within one w no two places are the same, so that four
 * neighbours can be added at once.
 */
export function emitScatter(): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = {
    products: "i32",
    pitch: "i32",
    windows: "i32",
    windowCount: "i32",
    places: "i32",
    placeCount: "i32",
    image: "i32",
  } as const;
  module.define("run", parameters, (f, { products, pitch, windows, windowCount, places, placeCount, image }) => {
    const base = f.local("i32", "base");
    const place = f.local("i32", "place");
    const from = f.local("i32", "from");
    const to = f.local("i32", "to");
    const end = f.local("i32", "end", places.add(placeCount.shiftLeft(2)));
    const addOne = () => {
      f.set(to, base.add(loadI32(place)));
      f.store(to, loadF32(to).add(loadF32(from)));
      f.increase(from, 4);
      f.increase(place, 4);
    };
    f.repeat(windowCount, () => {
      f.set(base, image.add(loadI32(windows)));
      f.set(place, places);
      f.set(from, products);
      f.while(place.add(12).below(end), () => {
        f.if(
          areNeighbours(place),
          () => {
            f.set(to, base.add(loadI32(place)));
            f.store(to, loadF32x4(to).add(loadF32x4(from)));
            f.increase(from, 16);
            f.increase(place, 16);
          },
          addOne,
        );
      });
      f.while(place.below(end), addOne);
      f.increase(windows, 4);
      f.increase(products, pitch);
    });
  });
  return module;
}
