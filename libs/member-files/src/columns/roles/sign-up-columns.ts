import type { Column } from '../column.ts';
import { cleanHeading, foldText, isCode } from '../headings/heading-words.ts';
import { saysNothing } from '../options/split-heading.ts';
import type { Draft } from './draft.ts';

/** So many neighbours with plain labels and ticks make a sign-up sheet. */
const neighbours = 3;

/** Finds the columns of a sign-up sheet: neighbours with plain labels for headings and ticks below. */
export function signUpColumns(drafts: readonly Draft[]): Map<number, Omit<Column, 'name'>> {
  const found = new Map<number, Omit<Column, 'name'>>();
  let run: Draft[] = [];
  const counted = countedLabels(drafts);
  for (const draft of [...drafts, undefined]) {
    const isNext =
      draft !== undefined && isTicked(draft) && (run.length === 0 || run.at(-1)?.index === draft.index - 1);
    if (isNext) {
      run.push(draft);
      continue;
    }
    const filled = run.filter(({ facts }) => facts.filled > 0);
    if (filled.length >= neighbours || (filled.length > 1 && filled.every((column) => isNamed(column)))) {
      for (const { index, heading } of run) {
        const option = cleanHeading(heading.text).replace(/(\p{L}{2})\.$/u, '$1');
        if (saysNothing(option) || counted.has(withoutNumber(option))) {
          const reason = 'ticks under a label that says nothing on its own';
          found.set(index, { role: 'ignored', confidence: 0.4, reason });
          continue;
        }
        found.set(index, {
          role: 'all_traits',
          confidence: 0.4,
          reason: 'ticks under a label, beside others of the kind',
          option,
        });
      }
    }
    run = draft !== undefined && isTicked(draft) ? [draft] : [];
  }
  return found;
}

/** So many labels that differ by their number alone count something: the slots of a timetable. */
const fewCounted = 5;

function countedLabels(drafts: readonly Draft[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { heading } of drafts) {
    const text = cleanHeading(heading.text);
    const word = withoutNumber(text);
    counts.set(word, (counts.get(word) ?? 0) + Number(word !== foldText(text)));
  }
  return new Set([...counts].flatMap(([word, count]) => (count >= fewCounted ? [word] : [])));
}

function withoutNumber(text: string): string {
  return foldText(text)
    .replace(/[\s_-]*\d+$/, '')
    .trim();
}

function isTicked({ heading, facts, plan, topic }: Draft): boolean {
  const text = cleanHeading(heading.text);
  const isLabel =
    text !== '' &&
    (text.split(/\s+/).length <= 4 || (facts.filled > 0 && isNamed({ heading, facts }))) &&
    !/\?$/.test(text) &&
    !isCode(text) &&
    !/^(?:is|has|can|was)(?:[_\s-]|\p{Lu})/u.test(text);
  const isOpen = topic === undefined && plan !== undefined && plan.role !== 'email';
  if (!isLabel || !isOpen || facts.lists > 0) {
    return false;
  }
  if (facts.filled === 0) {
    return facts.rows > 0;
  }
  return isNamed({ heading, facts }) || (facts.share('yes or no') >= 0.95 && facts.share('tick') > 0);
}

/** Returns whether the only value of a column is its heading, as some programs write a chosen option. */
function isNamed({ heading, facts }: Pick<Draft, 'heading' | 'facts'>): boolean {
  const [value, ...others] = facts.counts.keys();
  return (
    value !== undefined && others.length === 0 && foldText(value) === foldText(cleanHeading(heading.text))
  );
}
