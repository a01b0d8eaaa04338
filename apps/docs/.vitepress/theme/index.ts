// The theme: VitePress's own, with the site's components and colours.

import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { components } from "../../src/components.js";
import Layout from "../../src/Layout.vue";
import "../../src/style/site.css";
import "../../src/style/blocks.css";
import "../../src/style/figures.css";

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app }) {
    for (const [name, component] of Object.entries(components)) app.component(name, component);
  },
} satisfies Theme;
