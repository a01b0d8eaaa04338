// amp: what PyTorch has under torch.amp. Only re-exports.

export { type AutocastOptions, autocast, isAutocastAvailable } from "./autocast.js";
export {
  GradScaler,
  type GradScalerOptions,
  type GradScalerState,
  type Scalable,
  type ScaledOptimizer,
} from "./grad-scaler.js";
