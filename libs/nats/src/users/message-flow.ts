import { events, jobs, requests } from '@warren/contracts';
import type { RequestSubject, StreamSubject } from '@warren/contracts';

/** Services that connect to NATS, by their folder in `apps`. */
export const natsServices = ['member-profile', 'pattern-finder', 'question-generator', 'gateway'] as const;
/** Name of such a service, and of its user. */
export type NatsService = (typeof natsServices)[number];

type PrefixOf<S extends string> = S extends `${infer P}.${string}` ? P : never;

/** Service that answers the requests with this first word. */
const answering: Record<PrefixOf<RequestSubject>, NatsService> = {
  community: 'member-profile',
  members: 'member-profile',
  audit: 'member-profile',
  erasures: 'member-profile',
  themes: 'member-profile',
  patterns: 'pattern-finder',
  introductions: 'pattern-finder',
  runs: 'pattern-finder',
  questions: 'question-generator',
};

/**
 * Requests that each of our programs sends, and may send; `operator` is the person at the command line. A test compares
 * them with the sources.
 */
const asking: Record<NatsService | 'operator', readonly RequestSubject[]> = {
  'member-profile': [],
  'pattern-finder': [
    'community.analyse',
    'community.evaluate-rules',
    'community.verify-quotes',
    'community.named-facets',
    'community.profiles',
    'community.texts',
    'community.find-texts',
    'community.find-facets',
    'community.sensitive',
    'community.introductions',
    'themes.list',
    'themes.define',
    'themes.sample',
    'themes.to-judge',
    'themes.judge',
    'members.confirm-erasure',
  ],
  'question-generator': ['patterns.get', 'members.confirm-erasure'],
  // What people do on the page and by REST; to let an erased person return takes the command line.
  gateway: [
    'community.analyse',
    'community.network',
    'community.demand',
    'members.begin-import',
    'members.import',
    'members.cancel-absent',
    'members.finish-import',
    'members.list-imports',
    'members.undo-import',
    'members.preview-import',
    'members.preview-absent',
    'members.recall-mapping',
    'members.remember-mapping',
    'members.create',
    'members.update',
    'members.list',
    'members.get',
    'members.briefs',
    'members.erase',
    'members.export',
    'members.list-audit',
    'audit.record-denied',
    'patterns.list',
    'patterns.get',
    'patterns.history',
    'patterns.facets',
    'patterns.patch',
    'patterns.export-member',
    'patterns.list-audit',
    'introductions.list',
    'introductions.get',
    'introductions.patch',
    'themes.list',
    'themes.get',
    'themes.patch',
    'runs.create',
    'runs.list',
    'runs.get',
    'runs.cancel',
    'runs.replay',
    'questions.list',
    'questions.export-member',
    'questions.list-audit',
  ],
  operator: ['erasures.replay', 'erasures.allow'],
};

/** Our own durable consumers: services by the subject that they consume. */
export const consumersOf: Record<StreamSubject, readonly NatsService[]> = {
  'pattern.saved': ['question-generator'],
  'members.changed': ['pattern-finder', 'question-generator'],
  'introduction.proposed': [],
  'run.completed': [],
  'question.created': [],
  'jobs.discovery': ['pattern-finder'],
};

/** Events that name single members together: nobody hears them who names no user. */
export const eventsForUsers: readonly StreamSubject[] = ['introduction.proposed'];

const allRequests = Object.keys(requests).filter((subject) => isRequest(subject));

function isRequest(subject: string): subject is RequestSubject {
  return Object.hasOwn(requests, subject);
}

function isPrefix(prefix: string): prefix is keyof typeof answering {
  return Object.hasOwn(answering, prefix);
}

/** Returns the service that answers a request. */
export function answererOf(subject: RequestSubject): NatsService {
  const [prefix = ''] = subject.split('.');
  if (!isPrefix(prefix)) {
    throw new TypeError(`Nobody answers ${subject}: name its service in message-flow.ts`);
  }
  return answering[prefix];
}

/** Lists the requests that a service answers. */
export const answeredBy = (service: NatsService): RequestSubject[] =>
  allRequests.filter((subject) => answererOf(subject) === service);

/** Lists the requests that a user may send. */
export const askedBy = (user: NatsService | 'operator'): readonly RequestSubject[] => asking[user];

/** Lists the users whose requests a service answers. */
export function askersOf(service: NatsService): (NatsService | 'operator')[] {
  return ([...natsServices, 'operator'] as const).filter((user) =>
    askedBy(user).some((subject) => answererOf(subject) === service),
  );
}

/** Lists the events and jobs that a service publishes. */
export const publishedBy = (service: NatsService): StreamSubject[] =>
  Object.entries({ ...events, ...jobs }).flatMap(([subject, { source }]) =>
    source === service && isStreamed(subject) ? [subject] : [],
  );

function isStreamed(subject: string): subject is StreamSubject {
  return Object.hasOwn(consumersOf, subject);
}
