// Pictures as tensors and back, as far as no browser is wanted; what browsers draw is tested in them, by tooling/browser.

import { expect, it } from "vitest";
import { arange, fromImage, tensor, toImageData } from "../index.js";

/** Random colours, and what Pillow 13 makes of them: Image.frombytes("RGBA", (2, 2), …).convert("L"). */
const picture = {
  data: Uint8ClampedArray.of(12, 200, 7, 255, 255, 254, 1, 0, 90, 33, 178, 9, 1, 2, 3, 4),
  width: 2,
  height: 2,
};

it("planes lie one behind the other, alpha is left out unless it is asked for", () => {
  expect(fromImage(picture).toArray()).toEqual([
    [
      [12, 255],
      [90, 1],
    ],
    [
      [200, 254],
      [33, 2],
    ],
    [
      [7, 1],
      [178, 3],
    ],
  ]);
  const all = fromImage(picture, { channels: 4 });
  expect([all.dtype, all.shape]).toEqual(["uint8", [4, 2, 2]]);
  expect(all.select(0, 3).toArray()).toEqual([
    [255, 0],
    [9, 4],
  ]);
  expect(toImageData(all)).toEqual({ ...picture, colorSpace: "srgb" });
});

it("grey is Pillow's", () => {
  expect(fromImage(picture, { channels: 1 }).toArray()).toEqual([
    [
      [122, 225],
      [67, 2],
    ],
  ]);
});

it("floats are rounded as bytes, half up, and cut; strided tensors are taken in their order", () => {
  const data = (x: ReturnType<typeof tensor>) => [...toImageData(x).data].filter((_, at) => at % 4 === 0);
  expect(data(tensor([[-1, 0.5, 1.7, Number.NaN]]))).toEqual([0, 128, 255, 0]);
  expect(data(arange(6).to("uint8").view(2, 3).t())).toEqual([0, 3, 1, 4, 2, 5]);
});

it("says what it wants instead", () => {
  const told = (body: () => unknown) => {
    try {
      return String(body());
    } catch (error) {
      return String(error);
    }
  };
  const wrong = [
    () => fromImage([[1]] as never),
    () => fromImage(null as never),
    () => fromImage({ width: 3, height: 2 } as never),
    () => fromImage({ width: 0, height: 2 } as never),
    () => fromImage({ ...picture, width: 3 }),
    () => fromImage(picture, { channels: 2 as never }),
    () => toImageData(tensor([1])),
    () => toImageData(tensor([[1]], { dtype: "int32" })),
  ];
  expect(wrong.map(told).join("\n")).toMatchInlineSnapshot(`
    "ArgumentError: fromImage: expected ImageData, a canvas, an ImageBitmap, a VideoFrame, an image or a video, but got an array; of a file or a Blob await createImageBitmap(file), of numbers take tensor(numbers)
    ArgumentError: fromImage: expected ImageData, a canvas, an ImageBitmap, a VideoFrame, an image or a video, but got null; of a file or a Blob await createImageBitmap(file), of numbers take tensor(numbers)
    ArgumentError: fromImage: only browsers draw pictures; give the pixels as { data, width, height }
    ArgumentError: fromImage: the object has no pixels: await image.decode() before, and close nothing that is still read
    ArgumentError: fromImage: expected four bytes a pixel, but got 16 for 3 × 2 pixels
    ArgumentError: fromImage: channels must be 1, 3 or 4, but got 2
    ShapeError: toImageData: expected (1, H, W), (3, H, W), (4, H, W) or (H, W), but got [1]; of a batch take one image, x.select(0, 0)
    ArgumentError: toImageData: expected bytes, or floats from 0 to 1, but got int32; take .to("uint8")"
  `);
});
