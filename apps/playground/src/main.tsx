// The page's entry: the whole page, or with ?embed=1 the figure alone. What they show is view/'s.

import { effect } from "@preact/signals";
import { render } from "preact";
import "./styles.css";
import { Embedded } from "./view/embedded.js";
import { Page } from "./view/page.js";
import { startStore } from "./view/worker-link.js";

const store = startStore(location.search, navigator.languages);
effect(() => {
  document.documentElement.lang = store.language.value;
  document.title = store.words.value.title;
});
// A moment behind the last change: browsers take so many changes of an address in a while, and a slider makes more.
let written: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  const { query } = store;
  clearTimeout(written);
  written = setTimeout(() => history.replaceState(null, "", `${location.pathname}${query}${location.hash}`), 150);
});
// For tests and teachers: the numbers as they are, from the console.
Object.assign(globalThis, { playground: store });
render(
  store.settings.value.embed ? <Embedded store={store} /> : <Page store={store} />,
  document.getElementById("page")!,
);
