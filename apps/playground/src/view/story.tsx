// What is worth trying, in a few sentences.

import type { Props } from "./page.js";

export function Story({ store }: Props) {
  const words = store.words.value;
  return (
    <section class="panel story">
      <h2>{words.story}</h2>
      <ol>
        {words.stories.map(([title, text]) => (
          <li key={title}>
            <strong>{title}.</strong> {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
