import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text as a member writes it, and what a person says that it says: marks before labels (`README.md`). */
export interface Labelled {
  text: string;
  labels: { mark: '+' | '=' | '?'; label: string; isOptional: boolean }[];
}

/** The labelled texts of a file. */
export function labelledIn(file: string): Labelled[] {
  return linesOf(`${file}.tsv`).map((line) => {
    const [marked = '', text = ''] = line.split('\t');
    const labels = marked.split(', ').flatMap((entry) => {
      const [, optional = '', mark, label = ''] = /^(~?)([+=?])(.+)$/.exec(entry) ?? [];
      return mark === '+' || mark === '=' || mark === '?'
        ? [{ mark, label, isOptional: optional !== '' } as const]
        : [];
    });
    return { text, labels };
  });
}

/** Labels that a German community lists. */
export const germanLabels = linesOf('german-labels.txt');

function linesOf(file: string): string[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n');
}
