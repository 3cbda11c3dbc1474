import type { z } from 'zod';
import { IntroductionProposed } from './introductions/proposals.ts';
import { MembersChanged } from './members.ts';
import { PatternSaved } from './patterns.ts';
import { QuestionCreated } from './questions.ts';
import { DiscoveryJob, RunCompleted } from './runs.ts';

/** Events of the stream EVENTS: body, publishing service, and description of each. */
export const events = {
  'pattern.saved': {
    body: PatternSaved,
    source: 'pattern-finder',
    about: 'A pattern was created, changed, retired or reactivated.',
  },
  'introduction.proposed': {
    body: IntroductionProposed,
    source: 'pattern-finder',
    about: 'A run proposed introductions of two members each.',
  },
  'run.completed': { body: RunCompleted, source: 'pattern-finder', about: 'A discovery run ended.' },
  'members.changed': {
    body: MembersChanged,
    source: 'member-profile',
    about: 'Members were created, changed or erased.',
  },
  'question.created': {
    body: QuestionCreated,
    source: 'question-generator',
    about: 'A question was created for a pattern.',
  },
} as const;

/** Jobs of the work queue JOBS. */
export const jobs = {
  'jobs.discovery': {
    body: DiscoveryJob,
    source: 'pattern-finder',
    about: 'A discovery run waits for a worker.',
  },
} as const;

/** All messages on JetStream. */
export const streamed = { ...events, ...jobs } as const;

/** Subject on a stream: an event or a job. */
export type StreamSubject = keyof typeof streamed;
/** Body as a publisher passes it, with defaults optional. */
export type StreamInput<S extends StreamSubject> = z.input<(typeof streamed)[S]['body']>;
/** Body as a consumer receives it, with defaults filled in. */
export type StreamBody<S extends StreamSubject> = z.output<(typeof streamed)[S]['body']>;

/** Subject of a run's progress on core NATS. */
export function runProgressSubject(runId: number | '*'): string {
  return `run.progress.${runId}`;
}

/** Subject on core NATS by which a run's worker checks at once whether the run was cancelled. */
export const runCancelRequestedSubject = 'run.cancel-requested';

/** Name of a service's durable consumer of a subject. */
export function durableOf(service: string, subject: string): string {
  return `${service}-${subject.replaceAll('.', '-')}`;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Streams; ages and windows in milliseconds. Subjects are listed one by one:
 * a wildcard such as `members.*` would also catch requests, and JetStream would answer them.
 */
export const streams = [
  {
    name: 'JOBS',
    subjects: Object.keys(jobs),
    retention: 'workqueue',
    max_age_ms: 0,
    duplicate_window_ms: 2 * minute,
  },
  {
    name: 'EVENTS',
    subjects: Object.keys(events),
    retention: 'limits',
    max_age_ms: 7 * day,
    duplicate_window_ms: 2 * minute,
  },
] as const;
