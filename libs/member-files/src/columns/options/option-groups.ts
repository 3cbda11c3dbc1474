import type { Heading } from '../../table/table.ts';
import { topicsOf } from '../headings/heading-topics.ts';
import { cleanHeading, foldText, isCode } from '../headings/heading-words.ts';
import type { SampleFacts } from '../values/sample-facts.ts';
import { noWords } from '../values/value-words.ts';
import { unreadTopics } from '../vocabulary/vocabulary.ts';
import { isOther, optionLabel, questionKey, splitHeading } from './split-heading.ts';
import type { SplitHeading } from './split-heading.ts';

/** A column of a question with a column for each option. */
export interface OptionColumn {
  index: number;
  /** Text of the option in the heading. */
  option: string;
  /** What a tick in it means; undefined where the file does not say it, and for answers of one's own. */
  label?: string;
  /** Ticks, the label itself where chosen, steps of a scale, an answer in the person's own words, nothing. */
  kind: 'tick' | 'label' | 'scale' | 'other' | 'empty' | 'text';
  /** Whether the option itself is written where it was chosen. */
  isNamed?: boolean;
}

/** The columns of one question. */
export interface OptionGroup {
  question: string;
  columns: OptionColumn[];
}

/** Finds the questions that have a column for each of their options. */
export function optionGroups(headings: readonly Heading[], facts: readonly SampleFacts[]): OptionGroup[] {
  const groups: OptionGroup[] = [];
  const taken = new Set<number>();
  const splits = headings.flatMap((heading, index) =>
    splitHeading(heading)
      .filter(({ isSure }) => isSure || !isUnread(heading.text))
      .map((split) => ({ index, ...split })),
  );
  const byQuestion = Map.groupBy(splits, ({ question }) => questionKey(question));
  // sure forms first: a heading with a bracket may hold a dash too
  const ordered = [...byQuestion].toSorted(
    (a, b) => Number(hasSure(b[1])) - Number(hasSure(a[1])) || b[1].length - a[1].length,
  );
  const plain = headings.flatMap(({ text, option }, index) =>
    option === undefined ? [{ index, text }] : [],
  );
  const wholes = Map.groupBy(plain, ({ text }) => questionKey(text));
  for (const [key, members] of ordered) {
    const byIndex = new Map(members.toReversed().map((member) => [member.index, member]));
    const free = [...byIndex.values()]
      .filter(({ index }) => !taken.has(index))
      .toSorted((a, b) => a.index - b.index);
    const columns = free.map((member) => optionColumn(member, facts[member.index]));
    const isCombined = wholes.get(key)?.some(({ index }) => !byIndex.has(index)) ?? false;
    if (key !== '' && isGroup(free, columns, isCombined)) {
      groups.push({ question: free[0]?.question ?? '', columns });
      for (const { index } of free) {
        taken.add(index);
      }
    }
  }
  return groups;
}

/** Returns whether a heading has a meaning as it stands: `email_verified` is no option of a question `email`. */
function isUnread(text: string): boolean {
  const [match] = topicsOf(text);
  return match?.how === 'heading' && match.words === cleanHeading(text) && match.topic in unreadTopics;
}

function hasSure(members: readonly SplitHeading[]): boolean {
  return members.some(({ isSure }) => isSure);
}

function isGroup(
  members: readonly SplitHeading[],
  columns: readonly OptionColumn[],
  isCombined: boolean,
): boolean {
  const chosen = columns.filter(({ kind }) => kind === 'tick' || kind === 'label').length;
  const scales = columns.filter(({ kind }) => kind === 'scale').length;
  const texts = columns.filter(({ kind }) => kind === 'text').length;
  if (texts > 0 || chosen + scales === 0) {
    return false;
  }
  if (hasSure(members)) {
    return true;
  }
  const question = members[0]?.question ?? '';
  const isList = topicsOf(question).some(({ topic }) => listTopics.has(topic));
  if (isCombined && chosen > 0) {
    return true;
  }
  const isQuestion = question.split(/\s+/).length >= 4 || /\?\s*$/.test(question);
  return (
    columns.length >= 2 &&
    (isList ||
      (isQuestion && columns.length >= 3) ||
      isNumbered(question, columns) ||
      columns.filter(({ isNamed }) => isNamed).length >= Math.max(2, 0.6 * columns.length))
  );
}

const listTopics: ReadonlySet<string> = new Set([
  'skills',
  'interests',
  'looking_for',
  'roles',
  'all_traits',
  'role',
]);

/** A question known by a code alone whose columns hold their own labels: `Q7_Part_1`. */
function isNumbered(question: string, columns: readonly OptionColumn[]): boolean {
  return (
    isCode(question) &&
    columns.every(({ kind, option }) => kind === 'other' || (kind !== 'tick' && isOptionCode(option)))
  );
}

function isOptionCode(option: string): boolean {
  return /^(?:sq|a|q|r|x|v|part|option|opt|item)?[_\s-]?\d+$/i.test(option.trim());
}

function optionColumn(
  { index, option }: SplitHeading & { index: number },
  facts: SampleFacts | undefined,
): OptionColumn {
  const kind = facts === undefined || facts.filled === 0 ? 'empty' : kindOf(facts, option);
  if (kind === 'other') {
    return { index, option, kind };
  }
  if (!isOptionCode(option)) {
    const [chosen, ...others] = chosenValues(facts);
    const isNamed =
      others.length === 0 && chosen !== undefined && questionKey(chosen) === questionKey(option);
    return { index, option, kind, label: optionLabel(option), isNamed };
  }
  const label = kind === 'label' ? chosenValues(facts)[0] : undefined;
  return label === undefined ? { index, option, kind } : { index, option, kind, label };
}

/** Values of a column that are not a no. */
function chosenValues(facts: SampleFacts | undefined): string[] {
  return [...(facts?.counts.keys() ?? [])].filter((text) => !noWords.has(foldText(text)));
}

function kindOf(facts: SampleFacts, option: string): OptionColumn['kind'] {
  if (facts.objects > 0 || facts.lists > 0) {
    return 'text';
  }
  if (facts.share('yes or no') >= 0.95) {
    return 'tick';
  }
  const chosen = chosenValues(facts);
  const isLabel = chosen.length === 1 && questionKey(chosen[0] ?? '') === questionKey(option);
  if (isLabel) {
    return 'label';
  }
  if (isOther(option)) {
    return 'other';
  }
  if (facts.share('scale') >= 0.9 || facts.share('number') >= 0.95) {
    return 'scale';
  }
  if (chosen.length === 1 && facts.share('date') === 0 && facts.share('email') === 0) {
    return 'label';
  }
  return chosen.length <= 7 && facts.filled >= 3 * chosen.length && facts.length <= 40 ? 'scale' : 'text';
}
