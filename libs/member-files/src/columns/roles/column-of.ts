import { ColumnRole } from '@warren/contracts';
import type { Column } from '../column.ts';
import { unreadTopics } from '../vocabulary/vocabulary.ts';
import type { Topic, UnreadTopic } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { wordingOf } from './single-column.ts';

/** The column of a settled draft. */
export function columnOf({ heading, topic, confidence, reason, plan }: Draft): Column {
  const { name } = heading;
  if (plan !== undefined) {
    return { name, ...plan };
  }
  if (topic === 'departed') {
    return {
      name,
      role: 'membership_status',
      confidence: Math.min(confidence, 0.85),
      reason: `${reason}: a yes means that the member has left`,
      yes: 'cancelled',
    };
  }
  if (topic === 'present') {
    return {
      name,
      role: 'membership_status',
      confidence: Math.min(confidence, 0.85),
      reason: `${reason}: a no means that the member has left`,
      yes: 'active',
    };
  }
  if (topic !== undefined && isUnread(topic)) {
    return { name, role: 'ignored', confidence, reason: `${reason}: ${unreadTopics[topic]}` };
  }
  const role = ColumnRole.safeParse(topic === 'answer' ? 'prompt_responses' : topic);
  if (!role.success) {
    return { name, role: 'ignored', confidence: 0.5, reason };
  }
  return role.data === 'prompt_responses'
    ? { name, role: role.data, confidence, reason, prompt: wordingOf(heading) }
    : { name, role: role.data, confidence, reason };
}

function isUnread(topic: Topic): topic is UnreadTopic {
  return Object.hasOwn(unreadTopics, topic);
}
