import './tensor.js';
type Randomness = "error" | "different" | "same";
declare function isMapping(): boolean;
export {
  isMapping as i,
  type Randomness as R,
};
