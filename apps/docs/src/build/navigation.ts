// The navigation of the site, in English and Korean: which pages there are, in which order.

import type { DefaultTheme, LocaleSpecificConfig } from "vitepress";
import type { ApiGroup } from "./api-groups.js";
import { packageOf } from "./api-index.js";
import { hasPlayground } from "./playground.js";

type Sidebar = DefaultTheme.SidebarItem[];

const toPlayground = (text: string): DefaultTheme.NavItem[] =>
  hasPlayground ? [{ text, link: "/playground/index.html", target: "_self" }] : [];

const guide: Sidebar = [
  {
    text: "Begin",
    items: [
      { text: "Start", link: "/start" },
      { text: "Dropout, explained", link: "/dropout" },
      { text: "From PyTorch", link: "/from-pytorch" },
    ],
  },
  {
    text: "Guides",
    items: [
      { text: "Tensors and autograd", link: "/tensors" },
      { text: "Memory and scopes", link: "/memory" },
      { text: "Compile, by a step's plan", link: "/compile" },
      { text: "Threads and browsers", link: "/threads" },
      { text: "Data", link: "/data" },
      { text: "The trainer", link: "/trainer" },
      { text: "The doctor", link: "/docs/doctor" },
      { text: "Weights", link: "/docs/weights" },
      { text: "Several processes", link: "/docs/distributed" },
      { text: "On pages", link: "/docs/pages" },
      { text: "Errors", link: "/errors" },
      { text: "Errors by code", link: "/docs/errors" },
      { text: "Performance", link: "/docs/benchmark" },
      { text: "Data sets' makers", link: "/docs/data-sets" },
      { text: "What is supported", link: "/docs/releasing" },
    ],
  },
  {
    text: "Inside",
    items: [
      { text: "How to add an op", link: "/docs/adding" },
      { text: "A walk", link: "/docs/walk" },
      { text: "Plans of known nets", link: "/docs/plans" },
      { text: "Decisions", link: "/docs/decisions/" },
      { text: "Soak runs", link: "/docs/soak" },
      { text: "How these pages run", link: "/running" },
      { text: "Third-party notices", link: "/third-party" },
    ],
  },
];

/** The reference's pages, by package. */
const reference = (groups: readonly ApiGroup[]): Sidebar => [
  {
    text: "PyTorch's names",
    items: [
      { text: "Search by name", link: "/from-pytorch" },
      { text: "Compatibility", link: "/docs/compatibility" },
      { text: "Every op", link: "/docs/ops" },
    ],
  },
  ...[...new Set(groups.map(({ entry }) => packageOf(entry)))].map((name) => ({
    text: name,
    collapsed: true,
    items: groups
      .filter(({ entry }) => packageOf(entry) === name)
      .map(({ title, path }) => ({ text: title, link: `/api/${path}` })),
  })),
];

/** What stands below the front page; `base` is where the site stands on its host. */
const footer = (notices: string, base: string): DefaultTheme.Footer => ({
  message: `<a href="${base}third-party.html">${notices}</a>`,
});

export const english = (groups: readonly ApiGroup[], base: string): DefaultTheme.Config => ({
  // Most pages have no other language; those that do say so themselves.
  i18nRouting: false,
  nav: [
    { text: "Start", link: "/start" },
    { text: "Dropout", link: "/dropout" },
    { text: "Guides", link: "/tensors" },
    { text: "API", link: "/api/" },
    ...toPlayground("Playground"),
  ],
  sidebar: {
    "/api/": reference(groups),
    "/docs/compatibility": reference(groups),
    "/docs/ops": reference(groups),
    "/": guide,
  },
  footer: footer("Third-party notices", base),
});

const koreanGuide: Sidebar = [
  {
    text: "시작",
    items: [
      { text: "시작하기", link: "/ko/start" },
      { text: "드롭아웃, 그림으로", link: "/ko/dropout" },
      { text: "PyTorch에서 옮기기", link: "/ko/from-pytorch" },
    ],
  },
  {
    text: "영어 문서",
    items: [
      { text: "텐서와 자동 미분", link: "/tensors" },
      { text: "메모리와 스코프", link: "/memory" },
      { text: "compile", link: "/compile" },
      { text: "스레드와 브라우저", link: "/threads" },
      { text: "API", link: "/api/" },
    ],
  },
];

export const korean = (base: string): LocaleSpecificConfig<DefaultTheme.Config> => ({
  description: "TypeScript로 옮긴 PyTorch의 학습 방식. Node와 브라우저에서 돌아가고, 중심은 드롭아웃입니다.",
  themeConfig: {
    i18nRouting: false,
    nav: [
      { text: "시작하기", link: "/ko/start" },
      { text: "드롭아웃", link: "/ko/dropout" },
      { text: "PyTorch에서", link: "/ko/from-pytorch" },
      { text: "API", link: "/api/" },
      ...toPlayground("놀이터"),
    ],
    sidebar: koreanGuide,
    outline: { level: [2, 3], label: "이 페이지에서" },
    docFooter: { prev: "이전", next: "다음" },
    footer: footer("제3자 소프트웨어 고지", base),
    darkModeSwitchLabel: "화면 모드",
    lightModeSwitchTitle: "밝은 화면으로",
    darkModeSwitchTitle: "어두운 화면으로",
    sidebarMenuLabel: "차례",
    returnToTopLabel: "맨 위로",
    langMenuLabel: "언어 바꾸기",
    skipToContentLabel: "본문으로 건너뛰기",
    notFound: {
      title: "없는 페이지입니다",
      quote: "주소가 바뀌었거나 잘못 적혔을 수 있습니다.",
      linkLabel: "첫 페이지로",
      linkText: "첫 페이지로",
    },
  },
});

/** The words of the search, in Korean. */
export const koreanSearch: NonNullable<DefaultTheme.LocalSearchOptions["translations"]> = {
  button: { buttonText: "검색", buttonAriaLabel: "검색" },
  modal: {
    displayDetails: "자세히 보기",
    resetButtonTitle: "지우기",
    backButtonTitle: "닫기",
    noResultsText: "결과가 없습니다",
    footer: { selectText: "고르기", navigateText: "옮기기", closeText: "닫기" },
  },
};
