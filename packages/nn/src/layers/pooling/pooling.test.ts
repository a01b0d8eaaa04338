// The poolings against PyTorch's.

import {
  AdaptiveAvgPool1d,
  AdaptiveAvgPool2d,
  AdaptiveAvgPool3d,
  AdaptiveMaxPool1d,
  AdaptiveMaxPool2d,
  AdaptiveMaxPool3d,
  AvgPool1d,
  AvgPool2d,
  AvgPool3d,
  LPPool1d,
  LPPool2d,
  LPPool3d,
  MaxPool1d,
  MaxPool2d,
  MaxPool3d,
  MaxUnpool1d,
  MaxUnpool2d,
  MaxUnpool3d,
} from "../../index.js";
import { testLayerGoldens } from "../golden.testing.js";

testLayerGoldens({ AvgPool1d, AvgPool2d, AvgPool3d, MaxPool1d, MaxPool2d, MaxPool3d, LPPool1d, LPPool2d, LPPool3d });
testLayerGoldens({ AdaptiveAvgPool1d, AdaptiveAvgPool2d, AdaptiveAvgPool3d });
testLayerGoldens({ AdaptiveMaxPool1d, AdaptiveMaxPool2d, AdaptiveMaxPool3d });
testLayerGoldens({ MaxUnpool1d, MaxUnpool2d, MaxUnpool3d });
