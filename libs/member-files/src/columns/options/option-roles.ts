import type { ColumnRole } from '@warren/contracts';
import type { Heading } from '../../table/table.ts';
import type { Column } from '../column.ts';
import { topicsOf } from '../headings/heading-topics.ts';
import { cleanHeading, foldText } from '../headings/heading-words.ts';
import type { SampleFacts } from '../values/sample-facts.ts';
import { unreadTopics } from '../vocabulary/vocabulary.ts';
import type { Topic } from '../vocabulary/vocabulary.ts';
import type { OptionColumn, OptionGroup } from './option-groups.ts';
import { questionKey, saysNothing } from './split-heading.ts';

/** List field of a question by its topic. */
const listRoles: Partial<Record<Topic, ColumnRole>> = {
  skills: 'skills',
  interests: 'interests',
  looking_for: 'looking_for',
  roles: 'roles',
  role: 'roles',
  all_traits: 'all_traits',
  country: 'all_traits',
  location: 'all_traits',
  company: 'all_traits',
  level: 'skills',
};

const consents: ReadonlySet<Topic> = new Set<Topic>(['is_public', 'opt_out', 'other_consent']);

/** Plans the columns of a question with a column for each option. */
export function planOptions(group: OptionGroup, headings: readonly Heading[]): Map<number, Column> {
  const question = cleanHeading(group.question) || group.question;
  const [match] = topicsOf(group.question).filter(
    ({ topic, how }) =>
      how !== 'hint' && (topic in listRoles || topic in unreadTopics || consents.has(topic)),
  );
  const isMatrix = group.columns.some(({ kind }) => kind === 'scale');
  return new Map(
    group.columns.map((column) => {
      const name = headings[column.index]?.name ?? '';
      const plan = isMatrix
        ? matrixColumn(question, column, match?.topic)
        : planOption(question, column, match?.topic);
      return [column.index, { name, ...plan }];
    }),
  );
}

type Plan = Omit<Column, 'name'>;

function ignored(topic: Topic): Plan | undefined {
  const reasons: Partial<Record<Topic, string>> = unreadTopics;
  const reason = reasons[topic];
  return reason === undefined ? undefined : { role: 'ignored', confidence: 0.8, reason };
}

function planOption(question: string, column: OptionColumn, topic: Topic | undefined): Plan {
  if (topic !== undefined && consents.has(topic)) {
    return consentOption(column, topic);
  }
  const unread = topic === undefined ? undefined : ignored(topic);
  if (unread !== undefined) {
    return unread;
  }
  const role = topic === undefined ? undefined : listRoles[topic];
  if (column.kind === 'other') {
    return role === undefined
      ? {
          role: 'prompt_responses',
          confidence: 0.6,
          reason: `another answer to "${question}"`,
          prompt: question,
        }
      : { role, confidence: 0.8, reason: `another answer to the question "${question}"` };
  }
  if (saysNothing(column.option)) {
    return {
      role: 'ignored',
      confidence: 0.8,
      reason: 'it says only that another answer was given, or none',
    };
  }
  if (column.label === undefined) {
    const prompt = `${question} – ${column.option}`;
    return {
      role: 'prompt_responses',
      confidence: 0.4,
      reason: 'the file does not say what the option means',
      prompt,
    };
  }
  return role === undefined
    ? {
        role: 'prompt_responses',
        confidence: 0.6,
        reason: `an option of the question "${question}"`,
        option: column.label,
        prompt: question,
      }
    : { role, confidence: 0.85, reason: `an option of the question "${question}"`, option: column.label };
}

function consentOption(column: OptionColumn, topic: Topic): Plan {
  const found = topicsOf(column.option).find((match) => consents.has(match.topic))?.topic;
  const decided = found ?? topic;
  if (decided === 'is_public' || decided === 'opt_out') {
    return {
      role: decided,
      confidence: 0.7,
      reason: `the option "${column.option}" of a question for consent`,
    };
  }
  return { role: 'ignored', confidence: 0.7, reason: unreadTopics.other_consent };
}

function matrixColumn(question: string, column: OptionColumn, topic: Topic | undefined): Plan {
  const unread = topic === undefined ? undefined : ignored(topic);
  const prompt = `${question} – ${column.option}`;
  return (
    unread ?? {
      role: 'prompt_responses',
      confidence: 0.7,
      reason: 'a rating of one item of a question',
      prompt,
    }
  );
}

/**
 * Looks whether the options of a question hold all that a column with the chosen options together holds; undefined if
 * some value is in none of them.
 */
export function coveredBy(group: OptionGroup, facts: SampleFacts): Map<string, string> | undefined {
  const known = new Map<string, string>();
  for (const { option, label } of group.columns) {
    known.set(questionKey(option), '');
    known.set(questionKey(label ?? option), '');
  }
  let covered = 0;
  for (const [text, count] of facts.counts) {
    const pieces = [text.split(/[;|\n]/), text.split(','), text.split(/\s+/), [text]];
    const whole = pieces.find((parts) =>
      parts.every((part) => part.trim() === '' || known.has(questionKey(part))),
    );
    if (whole === undefined) {
      continue;
    }
    covered += count;
    for (const part of whole) {
      known.set(questionKey(part), part.trim());
    }
  }
  const isCovered = facts.filled > 0 && covered >= 0.95 * facts.filled;
  return isCovered ? new Map([...known].filter(([, label]) => isNicer(label))) : undefined;
}

/** Returns whether a label is written for people: with a blank, a capital or a letter outside ASCII. */
function isNicer(label: string): boolean {
  return /[\s\p{Lu}]|[^\p{ASCII}]/u.test(label) && foldText(label) !== '';
}
