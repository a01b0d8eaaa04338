// Norms against PyTorch's.

import {
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  GroupNorm,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
  LayerNorm,
  LocalResponseNorm,
  RMSNorm,
  SyncBatchNorm,
} from "../../index.js";
import { testLayerGoldens } from "../golden.testing.js";

testLayerGoldens({
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  SyncBatchNorm,
  LayerNorm,
  GroupNorm,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
  RMSNorm,
  LocalResponseNorm,
});
