import type { ColumnMapping } from '@warren/contracts';
import type { Heading } from '../table/table.ts';
import type { Column, ColumnSample } from './column.ts';
import { topicsOf } from './headings/heading-topics.ts';
import { optionGroups } from './options/option-groups.ts';
import type { OptionGroup } from './options/option-groups.ts';
import { coveredBy, planOptions } from './options/option-roles.ts';
import { questionKey } from './options/split-heading.ts';
import { columnOf } from './roles/column-of.ts';
import type { Draft } from './roles/draft.ts';
import { settleIdentity } from './roles/identity-columns.ts';
import { settleRelated } from './roles/related-columns.ts';
import { signUpColumns } from './roles/sign-up-columns.ts';
import { draftColumn, wordingOf } from './roles/single-column.ts';
import { unnamedColumns } from './roles/unnamed-columns.ts';
import { noFacts, sampleFacts } from './values/sample-facts.ts';

/**
 * Plans how each column of a table is read: one column for each heading, in their order. A mapping is obeyed, by the name
 * or the text of a heading; else headings in several languages and the sampled values decide, together.
 */
export function planColumns(
  headings: readonly Heading[],
  samples: readonly ColumnSample[],
  mapping: ColumnMapping = {},
): Column[] {
  const facts = headings.map((_, index) => sampleFacts(samples[index] ?? []));
  const planned = new Map<number, Column>();
  for (const [index, heading] of headings.entries()) {
    const mapped = mappedColumn(heading, mapping);
    if (mapped !== undefined) {
      planned.set(index, mapped);
    }
  }
  const isMapped = (index: number) => planned.has(index);
  const byText = Map.groupBy(headings.keys(), (index) => questionKey(headings[index]?.text ?? ''));
  for (const group of optionGroups(headings, facts)) {
    for (const [index, column] of planOptions(group, headings)) {
      if (!isMapped(index)) {
        planned.set(index, column);
      }
    }
    for (const index of byText.get(questionKey(group.question)) ?? []) {
      const combined = isMapped(index) ? undefined : combinedColumn(headings, index, group, facts);
      if (combined !== undefined) {
        planned.set(index, combined.column);
        relabel(planned, group, combined.labels);
      }
    }
  }
  const drafts = headings.flatMap((heading, index) =>
    planned.has(index) ? [] : [draftColumn(heading, index, facts[index] ?? noFacts)],
  );
  const signUps = signUpColumns(drafts);
  const unnamed = unnamedColumns(drafts);
  const hasId = [...planned.values()].some(({ role }) => role === 'external_id');
  const settled = settleRelated(
    settleIdentity(
      drafts.map((draft) => withPlan(draft, signUps.get(draft.index) ?? unnamed.get(draft.index))),
      hasId,
    ),
  );
  for (const draft of settled) {
    planned.set(draft.index, columnOf(draft));
  }
  return headings.flatMap((_, index) => planned.get(index) ?? []);
}

/** Plans a column that the sampled rows did not have, by its heading alone, beside the columns so far. */
export function planLateColumn(
  heading: Heading,
  soFar: readonly Column[],
  mapping: ColumnMapping = {},
): Column {
  const mapped = mappedColumn(heading, mapping);
  if (mapped !== undefined) {
    return mapped;
  }
  const hasId = soFar.some(({ role }) => role === 'external_id');
  const drafts = settleRelated(settleIdentity([draftColumn(heading, soFar.length, noFacts)], hasId));
  const [column] = drafts.map((draft) => columnOf(draft));
  return column ?? { name: heading.name, role: 'ignored', confidence: 0, reason: 'it has no heading' };
}

function mappedColumn(heading: Heading, mapping: ColumnMapping): Column | undefined {
  const key = [heading.name, heading.text].find((name) => Object.hasOwn(mapping, name));
  const given = key === undefined ? undefined : mapping[key];
  if (given === undefined) {
    return undefined;
  }
  const told = { name: heading.name, confidence: 1, reason: 'the mapping says so' };
  const column =
    typeof given === 'string'
      ? { ...told, role: given }
      : { ...told, role: given.role, option: given.option };
  if (column.role === 'membership_status') {
    const isLeft = topicsOf(heading.text).some(({ topic }) => topic === 'departed');
    return { ...column, yes: isLeft ? 'cancelled' : 'active' };
  }
  return column.role === 'prompt_responses' ? { ...column, prompt: wordingOf(heading) } : column;
}

/** A column that holds once more, in one text, what the columns of the options say; undefined if it does not. */
function combinedColumn(
  headings: readonly Heading[],
  index: number,
  group: OptionGroup,
  facts: readonly ReturnType<typeof sampleFacts>[],
): { column: Column; labels: ReadonlyMap<string, string> } | undefined {
  const heading = headings[index];
  if (heading === undefined || group.columns.some((column) => column.index === index)) {
    return undefined;
  }
  const labels = coveredBy(group, facts[index] ?? noFacts);
  const reason = 'its options have columns of their own';
  return labels && { column: { name: heading.name, role: 'ignored', confidence: 0.9, reason }, labels };
}

/** Takes the labels of the combined column where they are written for people. */
function relabel(
  planned: Map<number, Column>,
  group: OptionGroup,
  labels: ReadonlyMap<string, string>,
): void {
  for (const { index, option } of group.columns) {
    const column = planned.get(index);
    const label = labels.get(questionKey(option));
    if (column?.option !== undefined && column.confidence < 1 && label !== undefined && label !== '') {
      planned.set(index, { ...column, option: label });
    }
  }
}

function withPlan(draft: Draft, plan: Draft['plan']): Draft {
  return plan === undefined ? draft : { ...draft, plan };
}
