import type { Column } from '../column.ts';
import { isProse, plainKind } from '../values/agreement.ts';
import type { SampleFacts } from '../values/sample-facts.ts';
import type { Draft } from './draft.ts';

type Plan = Omit<Column, 'name'>;

/** What a person's gender is written as: without a heading nothing else says that a column is personal. */
const genders =
  /^(?:m|f|w|d|male|female|man|woman|non-?binary|other|mannlich|weiblich|männlich|homme|femme)$/i;

/**
 * Reads the columns of a table without a header by their values: a first and a last name beside each other, lists of
 * labels, and texts that are kept as answers since nothing says what they are.
 */
export function unnamedColumns(drafts: readonly Draft[]): Map<number, Plan> {
  const found = new Map<number, Plan>();
  if (
    drafts.length < 2 ||
    drafts.some(({ heading }) => heading.text !== '' || heading.option !== undefined)
  ) {
    return found;
  }
  const open = drafts.filter(({ plan }) => plan?.role === 'ignored');
  const names = drafts.some(({ plan }) => plan?.role === 'full_name') ? undefined : nameColumns(open);
  for (const draft of open) {
    const { index, facts, heading } = draft;
    const told = { confidence: 0.4, reason: 'there is no header, and its values look like it' };
    if (names?.first === draft) {
      found.set(index, { ...told, role: 'first_name' });
    } else if (names?.last === draft) {
      found.set(index, { ...told, role: 'last_name' });
    } else if (facts.filled === 0 || plainKind(facts) !== undefined || isPersonal(facts)) {
      continue;
    } else if (facts.share('list') >= 0.3 && !isProse(facts)) {
      found.set(index, { ...told, role: 'all_traits' });
    } else {
      const reason = 'there is no header that says what it is';
      found.set(index, { role: 'prompt_responses', confidence: 0.3, reason, prompt: heading.name });
    }
  }
  return found;
}

function isPersonal({ counts }: SampleFacts): boolean {
  return [...counts.keys()].every((text) => genders.test(text));
}

/** The first two neighbours of single capitalised words that together name nearly every row differently. */
function nameColumns(drafts: readonly Draft[]): { first: Draft; last: Draft } | undefined {
  for (const [at, first] of drafts.entries()) {
    const last = drafts[at + 1];
    if (last?.index === first.index + 1 && isName(first.facts) && isName(last.facts)) {
      const pairs = new Set(first.facts.texts.map((text, row) => `${text} ${last.facts.texts[row] ?? ''}`));
      return pairs.size >= 0.9 * first.facts.rows ? { first, last } : undefined;
    }
  }
  return undefined;
}

function isName({ texts, counts, filled, rows }: SampleFacts): boolean {
  const words = texts.filter((text) => /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(text));
  return rows >= 3 && filled >= 0.9 * rows && words.length >= 0.8 * filled && counts.size >= 0.2 * filled;
}
