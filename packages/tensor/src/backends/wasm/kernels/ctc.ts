// ctcLoss and its gradient on this device: the reference's loops, which are as fast here (see there).

import * as reference from "../../reference/ctc.js";

export const ctcLoss = { float32: reference.ctcLoss, float64: reference.ctcLoss };
export const ctcLossBackward = { float32: reference.ctcLossBackward, float64: reference.ctcLossBackward };
