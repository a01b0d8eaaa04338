// All words of the page in Korean.

import type { Words } from "./words.js";

const number = (value: number) => value.toLocaleString("ko-KR");

export const ko: Words = {
  title: "드롭아웃 들여다보기",
  lede: "이 페이지 안에서 신경망 하나가, 아무것도 끄지 않는 쌍둥이와 나란히 학습합니다. 드롭아웃은 스텝마다 다른 유닛을 끕니다. 아래에서 어두운 유닛이 꺼진 것입니다.",
  language: "언어",
  number,
  percent: (value) => `${(100 * value).toFixed(1)}%`,
  points: (value) => `${value.toFixed(1).replace("-", "−")}%p`,

  pause: "일시 정지",
  run: "학습",
  step: "한 스텝",
  stepHint: "이미지 32장짜리 배치 하나만 학습하고 기다립니다",
  restart: "처음부터",
  restartHint: "같은 시드로 다시 시작합니다. 초기 가중치, 배치, 마스크가 모두 같습니다",
  speed: "속도",
  speeds: { full: "최대 속도", slow: "초당 4스텝", slower: "초당 1스텝" },
  mode: "모드",
  modes: { train: "train()", eval: "eval()" },
  modeHints: {
    train:
      "학습할 때의 모습: 아래 망은 마지막 스텝의 마스크가 남긴 성긴 망입니다. 살아남은 유닛에는 1/(1 − p)를 곱합니다.",
    eval: "쓸 때의 모습: 모든 유닛이 일하고, 아무것도 곱하지 않습니다. 그동안에도 학습은 train()으로 계속됩니다.",
  },

  steps: (step) => `${number(step)}스텝`,
  epochs: (epoch) => `${number(epoch)}에폭`,
  rate: (rate) => `초당 ${number(Math.round(rate))}장`,
  threads: (count) => `스레드 ${count}개`,
  oneThread:
    "이 페이지는 교차 출처 격리(cross-origin isolation)가 되어 있지 않아 스레드 하나로 돌아갑니다. 느릴 뿐 결과는 같습니다.",
  paused: "멈춤",
  running: "학습 중",

  withDropout: "드롭아웃 있음",
  withoutDropout: "없음",
  net: "신경망",
  netHint: "고른 이미지가 두 망을 지나갑니다. 유닛은 출력이 클수록 밝고, 마지막 스텝에서 꺼진 유닛은 어둡습니다.",
  netOf: (name, dropped, answer) => `신경망(${name}): ${dropped}. 답은 ${answer}.`,
  dropped: (count, all) => `유닛 ${number(all)}개 중 ${number(count)}개 꺼짐`,
  noneDropped: "꺼진 유닛 없음",
  noise: "모든 유닛에 무작위 수를 곱함",
  layers: { image: "이미지", conv1: "conv1", conv2: "conv2", fc1: "conv3 → fc1", fc2: "fc1 → fc2", answers: "답" },

  dropout: "드롭아웃",
  dropoutHint: "p는 끄는 유닛의 비율입니다. 학습 중에 바꾸면 바로 적용되고, 차트에 그 자리가 표시됩니다.",
  places: { conv1: "conv1 뒤", conv2: "conv2 뒤", fc1: "fc1 앞", fc2: "fc2 앞" },
  kind: (place) => `종류, ${place}`,
  p: (place) => `p, ${place}`,
  kinds: {
    none: "없음",
    dropout: "Dropout: 유닛",
    channels: "Dropout2d: 채널",
    block: "DropBlock: 네모",
    gaussian: "가우스: 곱하는 수",
    alpha: "Alpha: SELU용",
  },

  training: "학습",
  trainingHint:
    "시드, 옵티마이저, 이미지 수를 바꾸면 새로 시작합니다. 모든 설정이 이 페이지의 주소에 남으니 주소를 나누면 됩니다.",
  seed: "시드",
  newSeed: "다른 시드",
  optimizer: "옵티마이저",
  optimizers: { adam: "Adam", adamw: "AdamW", sgd: "SGD, 모멘텀 0.9", rmsprop: "RMSprop" },
  lr: "학습률",
  size: "학습 이미지 수",
  sizeOf: (size, available) => (size > available ? `전체 ${number(available)}` : number(size)),
  copyLink: "링크 복사",
  copied: "링크를 복사했습니다",
  notCopied: "이 페이지의 주소가 곧 링크입니다.",

  accuracy: "정확도",
  accuracyHint:
    "이미지가 적으면 외워 버립니다. 그러면 학습과 검증의 선이 벌어집니다. 드롭아웃이 있는 망의 라이브 정확도가 클린보다 낮은 것은 잴 때 유닛이 빠져 있기 때문입니다.",
  loss: "손실",
  lossHint: "교차 엔트로피입니다. 학습 손실은 내려가는데 검증 손실이 오르면 과적합이 시작된 것입니다.",
  gap: "격차",
  gapHint: "클린 학습 정확도에서 검증 정확도를 뺀 값(%p)입니다. 이것을 줄이는 것이 드롭아웃의 일입니다.",
  series: { live: "학습, 라이브", clean: "학습, 클린", heldOut: "검증" },
  chart: (name, dropout, plain) => `스텝에 따른 ${name}. 지금 검증 값: 드롭아웃 있음 ${dropout}, 없음 ${plain}.`,
  gapChart: (dropout, plain) => `지금의 격차: 드롭아웃 있음 ${dropout}, 없음 ${plain}.`,
  unknown: "아직 재지 않음",

  answers: "두 망의 답",
  answersHint:
    "막대는 각 망의 eval() 확률입니다. 마름모는 여러 성긴 망의 평균(몬테카를로 드롭아웃), 선은 양쪽으로 표준편차 하나입니다. 선이 길면 성긴 망들의 의견이 갈리는 것입니다.",
  spread: (samples, entropy, information) =>
    `마스크 ${samples}개: 엔트로피 ${entropy} nat, 그중 마스크 사이의 불일치가 ${information}.`,
  noSpread: "아무것도 끄지 않으므로 보여 줄 퍼짐이 없습니다.",
  truth: (name) => `정답: ${name}`,
  yours: "직접 만든 그림입니다. 정답은 그린 사람만 압니다.",

  filters: "conv1이 찾는 것",
  filtersHint: "3 × 3 필터 32개를 색으로 그렸습니다. 처음에는 잡음입니다.",
  maps: "conv1이 보는 것",
  mapsHint: "고른 이미지가 각 필터와 ReLU를 지난 모습입니다(평가 모드).",

  pictures: "이미지",
  picturesHint: "두 망 모두 학습하지 않는 검증 이미지입니다.",
  picture: (at, label) => `이미지 ${at}: ${label}`,
  draw: "직접 그리기",
  drawHint: "끌어서 그립니다. 키보드로는 화살표로 움직이고, 스페이스로 칠하고, 백스페이스로 지웁니다.",
  drawing: "직접 그린 그림, 32 × 32",
  colour: "색",
  clear: "지우기",
  useDrawing: "이 그림 보기",
  openPicture: "그림 열기",

  data: "데이터",
  dataNow: (name, train, heldOut) => `${name}: 학습 이미지 ${number(train)}장, 검증 이미지 ${number(heldOut)}장.`,
  dataNames: { shapes: "내장된 도형 그림", cifar10: "CIFAR-10", mnist: "MNIST" },
  dataHint:
    "CIFAR-10의 바이너리 배치(data_batch_1.bin …)나 MNIST 파일(이미지와 레이블, .gz도 됩니다)을 이 페이지 아무 데나 놓으세요. 업로드하지 않고 여기서 읽습니다.",
  openFiles: "파일 열기",
  shapesAgain: "도형으로 돌아가기",
  reading: "파일을 읽는 중 …",
  dropHere: "여기에 파일이나 그림을 놓으세요",
  refused: {
    corrupt: "손상되었거나 잘린 파일입니다",
    unknown: "CIFAR-10 배치도 MNIST 파일도 아닙니다",
    labels: "짝이 필요합니다. 이미지와 레이블을 함께 놓으세요",
    few: "이미지가 너무 적습니다",
    large: "너무 큽니다",
  },
  refusedFile: (file, why) => `${file}: ${why}.`,
  notPicture: (file) => `${file}: 이 브라우저가 열 수 있는 그림이 아닙니다.`,
  failed: "오류로 학습이 멈췄습니다. 페이지를 새로 고치면 다시 시작합니다.",
  badSettings: (names) => `링크의 설정 가운데 쓸 수 없는 값이 있어 기본값으로 바꾸었습니다: ${names}.`,
  dismiss: "닫기",

  story: "해 볼 만한 것",
  stories: [
    [
      "마스크 보기",
      "일시 정지한 뒤 한 스텝을 몇 번 누르세요. 누를 때마다 다른 유닛이 어두워집니다. eval()로 바꾸면 어두운 유닛이 없습니다.",
    ],
    [
      "격차 줄이기",
      "쌍둥이가 이미지 500장을 다 외울 때까지 두고 격차를 견주어 보세요. 그다음 이미지를 늘려 다시 시작해 보세요.",
    ],
    ["지나치면", "p를 0.9로 올리면 드롭아웃이 있는 망은 거의 배우지 못합니다. 0으로 내리면 쌍둥이와 같아집니다."],
    ["여러 망에게 묻기", "마스크마다 성긴 망이 하나씩 있습니다. 도형이 아닌 것을 그려 놓고 의견이 모이는지 보세요."],
  ],

  footer:
    "Bernoulli로 만들었습니다. PyTorch의 학습 방식을 TypeScript로 옮긴 라이브러리이고, 커널은 WebAssembly입니다. 모든 계산은 이 컴퓨터에서 하며, 아무것도 밖으로 나가지 않습니다.",
  licenses: "제3자 소프트웨어 라이선스",

  classes: {
    ...{
      disc: "원판",
      ring: "고리",
      square: "네모",
      triangle: "세모",
      cross: "십자",
      star: "별",
      crescent: "초승달",
      bars: "막대",
      checker: "체크무늬",
      heart: "하트",
    },
    ...{
      airplane: "비행기",
      automobile: "자동차",
      bird: "새",
      cat: "고양이",
      deer: "사슴",
      dog: "개",
      frog: "개구리",
      horse: "말",
      ship: "배",
      truck: "트럭",
    },
  },
};
