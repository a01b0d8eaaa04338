// The page: what stands where. What each part shows is its own file's.

import { Answers } from "./answers.js";
import { Charts } from "./charts.js";
import { DropControls, TrainingControls } from "./controls.js";
import { DataPanel } from "./data-panel.js";
import { Drops } from "./drops.js";
import { Filters } from "./filters.js";
import { Header } from "./header.js";
import { NetStage } from "./net-stage.js";
import { Notices } from "./notices.js";
import { Pictures } from "./pictures.js";
import type { Store } from "./store.js";
import { Story } from "./story.js";
import { Toolbar } from "./toolbar.js";

export interface Props {
  readonly store: Store;
}

export function Page({ store }: Props) {
  const words = store.words.value;
  return (
    <>
      <Header store={store} />
      <Notices store={store} />
      <main>
        <Toolbar store={store} />
        <div class="top">
          <NetStage store={store} />
          <aside class="controls">
            <DropControls store={store} />
            <TrainingControls store={store} />
          </aside>
        </div>
        <Charts store={store} />
        <div class="panels">
          <div>
            <Pictures store={store} />
            <DataPanel store={store} />
          </div>
          <div>
            <Answers store={store} />
            <Story store={store} />
          </div>
          <Filters store={store} />
        </div>
      </main>
      <footer>
        {words.footer} <a href="third-party-licenses.txt">{words.licenses}</a>
      </footer>
      <Drops store={store} />
    </>
  );
}
