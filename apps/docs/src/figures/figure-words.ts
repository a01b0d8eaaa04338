// The words of the figures, in English and Korean. A word that one language lacks does not compile.

import { useData } from "vitepress";
import { type ComputedRef, computed } from "vue";
import { isKorean } from "../words.js";

const english = {
  loading: "Loading …",
  p: "p, the share that is dropped",
  seed: "seed",
  next: "Next forward",
  forward: (n: number) => `forward ${n}`,
  mask: (kept: number, dropped: number) => `${kept} units kept, ${dropped} dropped`,
  kept: (scale: string) => `kept, × ${scale}`,
  dropped: "dropped, 0",
  share: (share: string) => `dropped here: ${share}`,
  layerMean: (mean: string) => `mean of the layer: ${mean}`,
  withScaling: "scaled by 1/(1 − p)",
  withoutScaling: "not scaled",
  means: (count: number, scaled: string, plain: string, keep: string) =>
    `After ${count} forwards one unit whose input is 1 gave ${scaled} on average; without the scaling it would be ${plain}, near 1 − p = ${keep}.`,
  mode: "mode",
  train: "train()",
  evaluation: "eval()",
  modeRows: (count: number, same: boolean) =>
    same ? `${count} forwards, all the same: the input itself` : `${count} forwards, each with another mask`,
  input: "input",
  output: (n: number) => `output ${n}`,
  start: "Start",
  pause: "Pause",
  goOn: "Go on",
  again: "Start again",
  step: (n: number) => `step ${n}`,
  trainLoss: "training, dropout",
  validationLoss: "validation, dropout",
  trainLossPlain: "training, no dropout",
  validationLossPlain: "validation, no dropout",
  gap: (own: string, plain: string) => `Gap between the two losses: ${own} with dropout, ${plain} without`,
  net: (dropped: number, all: number) => `The net: ${dropped} of ${all} hidden units are dropped in this step`,
  trainNet: "Train a net",
  training: "Training …",
  count: "thinned nets",
  oneNet: (n: number) => `thinned net ${n}`,
  meanOf: (k: number) => `mean of ${k}`,
  scaling: "weight scaling, eval()",
  map: (name: string, accuracy: string) => `${name}: right on ${accuracy} of the points held out`,
  distance: "mean distance of the two predictions",
  errors: "error of the mean of k, %",
  errorsScaling: "error of weight scaling, %",
  ensemble: (k: number, distance: string) =>
    `The mean of ${k} thinned nets and the one net with all units differ by ${distance} on average.`,
};

export type FigureWords = typeof english;

const korean: FigureWords = {
  loading: "불러오는 중 …",
  p: "p, 떨어뜨리는 비율",
  seed: "시드",
  next: "다음 순전파",
  forward: (n) => `순전파 ${n}회째`,
  mask: (kept, dropped) => `유닛 ${kept}개가 남고 ${dropped}개가 꺼짐`,
  kept: (scale) => `남음, × ${scale}`,
  dropped: "꺼짐, 0",
  share: (share) => `이번에 꺼진 비율: ${share}`,
  layerMean: (mean) => `레이어 출력의 평균: ${mean}`,
  withScaling: "1/(1 − p)로 키움",
  withoutScaling: "키우지 않음",
  means: (count, scaled, plain, keep) =>
    `입력이 1인 유닛 하나의 출력은 순전파 ${count}번의 평균이 ${scaled}입니다. 키우지 않았다면 ${plain}으로, 1 − p = ${keep}에 가깝습니다.`,
  mode: "모드",
  train: "train()",
  evaluation: "eval()",
  modeRows: (count, same) =>
    same ? `순전파 ${count}번이 모두 같음: 입력 그대로` : `순전파 ${count}번, 매번 다른 마스크`,
  input: "입력",
  output: (n) => `출력 ${n}`,
  start: "시작",
  pause: "일시 정지",
  goOn: "계속",
  again: "처음부터",
  step: (n) => `${n}단계`,
  trainLoss: "학습, 드롭아웃",
  validationLoss: "검증, 드롭아웃",
  trainLossPlain: "학습, 드롭아웃 없음",
  validationLossPlain: "검증, 드롭아웃 없음",
  gap: (own, plain) => `두 손실의 격차: 드롭아웃이 있으면 ${own}, 없으면 ${plain}`,
  net: (dropped, all) => `신경망: 이번 단계에서 은닉 유닛 ${all}개 중 ${dropped}개가 꺼짐`,
  trainNet: "망 학습하기",
  training: "학습 중 …",
  count: "성긴 망의 수",
  oneNet: (n) => `성긴 망 ${n}`,
  meanOf: (k) => `${k}개의 평균`,
  scaling: "가중치 스케일링, eval()",
  map: (name, accuracy) => `${name}: 따로 둔 점의 ${accuracy}를 맞힘`,
  distance: "두 예측의 평균 차이",
  errors: "k개 평균의 오류율, %",
  errorsScaling: "가중치 스케일링의 오류율, %",
  ensemble: (k, distance) => `성긴 망 ${k}개의 평균과 유닛을 모두 쓰는 망 하나의 예측은 평균 ${distance}만큼 다릅니다.`,
};

/** The words of the page's language. */
export function useFigureWords(): ComputedRef<FigureWords> {
  const { lang } = useData();
  return computed(() => (isKorean(lang.value) ? korean : english));
}
