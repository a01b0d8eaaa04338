// The title, what the page is about in one sentence, and its language.

import { languages } from "../state/settings.js";
import { languageNames } from "../words/words.js";
import type { Props } from "./page.js";

export function Header({ store }: Props) {
  const words = store.words.value;
  return (
    <header>
      <div>
        <h1>{words.title}</h1>
        <p>{words.lede}</p>
      </div>
      <fieldset class="switch" aria-label={words.language}>
        {languages.map((language) => (
          <button
            type="button"
            key={language}
            lang={language}
            aria-pressed={store.language.value === language}
            onClick={() => store.set({ language })}
          >
            {languageNames[language]}
          </button>
        ))}
      </fieldset>
    </header>
  );
}
