// The words of the site's own components, in English and Korean. A word that one language lacks does not compile.

import { useData } from "vitepress";
import { type ComputedRef, computed } from "vue";

const english = {
  run: "Run",
  stop: "Stop",
  edit: "Edit",
  reset: "Reset",
  running: "Running …",
  stopped: "Stopped",
  failed: "Ended with an error",
  doneIn: (milliseconds: number) => `Done in ${milliseconds} ms`,
  output: "Output",
  editor: "Code, can be edited",
  nothing: "It printed nothing.",
  line: (line: number) => `line ${line} `,
  nodeOnly: "Runs in Node: it reads or writes files.",
  oneThread: "This page is not cross-origin isolated, so examples run on one thread.",
  why: "Why",
  threads: "Threads",
  languages: "Languages",
  searchNames: (rows: number) => `Search the ${rows} rows of names, PyTorch's or ours`,
  rowsFound: (rows: number) => (rows === 1 ? "1 row" : `${rows} rows`),
  rowsMore: (rows: number) => `and ${rows} more: write more of the name`,
  differences: "differences",
};

export type Words = typeof english;

const korean: Words = {
  run: "실행",
  stop: "중지",
  edit: "고치기",
  reset: "처음으로",
  running: "실행 중 …",
  stopped: "중지했습니다",
  failed: "오류로 끝났습니다",
  doneIn: (milliseconds: number) => `${milliseconds} ms 만에 끝났습니다`,
  output: "출력",
  editor: "코드, 고칠 수 있습니다",
  nothing: "출력이 없습니다.",
  line: (line: number) => `${line}행 `,
  nodeOnly: "파일을 읽거나 쓰므로 Node에서만 실행됩니다.",
  oneThread: "이 페이지는 교차 출처 격리(cross-origin isolation) 상태가 아니어서 예제가 스레드 하나로 실행됩니다.",
  why: "이유",
  threads: "스레드",
  languages: "언어",
  searchNames: (rows) => `이름 ${rows}행에서 찾기 (PyTorch 이름이나 여기 이름)`,
  rowsFound: (rows) => `${rows}행`,
  rowsMore: (rows) => `그 밖에 ${rows}행이 더 있습니다. 이름을 더 적어 보세요`,
  differences: "다른 점",
};

/** The words of the page's language. */
export function useWords(): ComputedRef<Words> {
  const { lang } = useData();
  return computed(() => (isKorean(lang.value) ? korean : english));
}

/** Whether a page is in Korean, by its language. */
export const isKorean = (lang: string): boolean => lang.startsWith("ko");
