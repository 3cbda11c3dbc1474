import type { Transcript } from '../conversation.ts';

/** Everything that the model was shown in a run as data: the JSON of its first message, and of results of tools. */
export function shownData({ opening, turns }: Pick<Transcript, 'opening' | 'turns'>): unknown[] {
  const told = (opening ?? []).map(({ text }) => text).filter((text) => text.startsWith('{'));
  const results = turns.flatMap(({ results }) =>
    (results ?? []).flatMap(({ content, is_error }) =>
      is_error === true || typeof content !== 'string' ? [] : [content],
    ),
  );
  return [...told, ...results].map((text): unknown => JSON.parse(text));
}
