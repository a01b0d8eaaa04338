// Upsampling and shuffles against PyTorch's.

import {
  ChannelShuffle,
  PixelShuffle,
  PixelUnshuffle,
  Upsample,
  UpsamplingBilinear2d,
  UpsamplingNearest2d,
} from "../../index.js";
import { testLayerGoldens } from "../golden.testing.js";

testLayerGoldens({ ChannelShuffle, PixelShuffle, PixelUnshuffle });
testLayerGoldens({ Upsample, UpsamplingBilinear2d, UpsamplingNearest2d });
