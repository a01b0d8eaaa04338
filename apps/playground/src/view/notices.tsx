// What went wrong, until it is dismissed. Read out when it comes.

import type { Words } from "../words/words.js";
import type { Props } from "./page.js";
import type { Notice } from "./store.js";

export function Notices({ store }: Props) {
  const words = store.words.value;
  return (
    <div class="notices" role="alert">
      {store.notices.value.map((notice) => (
        <div class="notice" key={notice}>
          <p>
            {textOf(notice, words)} {"detail" in notice && <small lang="en">{notice.detail}</small>}
          </p>
          <button type="button" onClick={() => store.dismiss(notice)}>
            {words.dismiss}
          </button>
        </div>
      ))}
    </div>
  );
}

function textOf(notice: Notice, words: Words): string {
  switch (notice.kind) {
    case "settings":
      return words.badSettings(notice.names);
    case "refused":
      return words.refusedFile(notice.file, words.refused[notice.reason]);
    case "picture":
      return words.notPicture(notice.file);
    case "failed":
      return words.failed;
  }
}
