// The padding layers against PyTorch's.

import * as nn from "../../index.js";
import { testLayerGoldens } from "../golden.testing.js";

const { ConstantPad1d, ConstantPad2d, ConstantPad3d, ZeroPad1d, ZeroPad2d, ZeroPad3d } = nn;
const { ReflectionPad1d, ReflectionPad2d, ReflectionPad3d, CircularPad1d, CircularPad2d, CircularPad3d } = nn;
const { ReplicationPad1d, ReplicationPad2d, ReplicationPad3d } = nn;

testLayerGoldens({ ConstantPad1d, ConstantPad2d, ConstantPad3d, ZeroPad1d, ZeroPad2d, ZeroPad3d });
testLayerGoldens({ ReflectionPad1d, ReflectionPad2d, ReflectionPad3d, CircularPad1d, CircularPad2d, CircularPad3d });
testLayerGoldens({ ReplicationPad1d, ReplicationPad2d, ReplicationPad3d });
