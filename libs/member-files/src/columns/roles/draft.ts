import type { Heading } from '../../table/table.ts';
import type { Column } from '../column.ts';
import type { TopicMatch } from '../headings/heading-topics.ts';
import type { SampleFacts } from '../values/sample-facts.ts';
import type { Topic } from '../vocabulary/vocabulary.ts';

/** A column whose subject is known and whose role may still depend on the other columns. */
export interface Draft {
  index: number;
  heading: Heading;
  facts: SampleFacts;
  /** Subject; undefined where `plan` says all. */
  topic?: Topic;
  how?: TopicMatch['how'];
  confidence: number;
  reason: string;
  /** How the column is read if no other column says otherwise; replaces the topic. */
  plan?: Omit<Column, 'name'>;
}

/** The draft with another subject. */
export function withTopic(draft: Draft, topic: Topic, reason = draft.reason): Draft {
  return { ...draft, topic, reason };
}

/** The draft as a column that is not read. */
export function withoutRole(draft: Draft, reason: string, confidence = draft.confidence): Draft {
  return { ...draft, plan: { role: 'ignored', confidence, reason } };
}
