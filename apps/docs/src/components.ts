// The components that pages may use by name. Only names them.

import { type Component, defineAsyncComponent } from "vue";
import NodeBlock from "./run/NodeBlock.vue";
import RunBlock from "./run/RunBlock.vue";
import ThreadNotice from "./run/ThreadNotice.vue";

export const components: Readonly<Record<string, Component>> = {
  NodeBlock,
  RunBlock,
  ThreadNotice,
  // Of few pages alone.
  EnsembleFigure: defineAsyncComponent(() => import("./figures/EnsembleFigure.vue")),
  MaskFigure: defineAsyncComponent(() => import("./figures/MaskFigure.vue")),
  ModeFigure: defineAsyncComponent(() => import("./figures/ModeFigure.vue")),
  NameSearch: defineAsyncComponent(() => import("./search/NameSearch.vue")),
  ScalingFigure: defineAsyncComponent(() => import("./figures/ScalingFigure.vue")),
  TrainFigure: defineAsyncComponent(() => import("./figures/TrainFigure.vue")),
};
