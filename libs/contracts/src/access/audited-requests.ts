import type { RequestOf, RequestSubject } from '../requests.ts';
import type { AuditTarget } from './audit.ts';

/** What an audited request is about; null for a request that changes nothing, or is a step of one that is audited. */
type Audited<S extends RequestSubject> = null | ((request: RequestOf<S>) => AuditTarget);

const member = ({ id }: { id: number }): AuditTarget => ({ kind: 'member', ids: [String(id)] });
const someMember = (): AuditTarget => ({ kind: 'member', ids: [] });
const anImport = ({ import_id }: { import_id: string | null }): AuditTarget => ({
  kind: 'import',
  ids: import_id === null ? [] : [import_id],
});
const mapping = ({ source }: { source: string }): AuditTarget => ({ kind: 'mapping', ids: [source] });
const pattern = ({ id }: { id: number }): AuditTarget => ({ kind: 'pattern', ids: [String(id)] });
const introduction = ({ id }: { id: number }): AuditTarget => ({ kind: 'introduction', ids: [String(id)] });
const theme = ({ id }: { id: number }): AuditTarget => ({ kind: 'theme', ids: [String(id)] });
const run = ({ id }: { id: number }): AuditTarget => ({ kind: 'run', ids: [String(id)] });
const someRun = (): AuditTarget => ({ kind: 'run', ids: [] });

/**
 * Whether a request is audited, and what it is about: everything that changes something, and the export of a person. A new
 * request does not compile without its line. Its handler records what took effect; what failed is recorded for it.
 */
export const auditedRequests: { readonly [S in RequestSubject]: Audited<S> } = {
  'community.analyse': null,
  'community.network': null,
  'community.demand': null,
  'community.evaluate-rules': null,
  'community.verify-quotes': null,
  'community.named-facets': null,
  'community.profiles': null,
  'community.texts': null,
  'community.find-texts': null,
  'community.find-facets': null,
  'community.sensitive': null,
  'community.introductions': null,
  'members.begin-import': anImport,
  'members.import': anImport,
  'members.cancel-absent': anImport,
  'members.finish-import': anImport,
  'members.list-imports': null,
  'members.undo-import': anImport,
  'members.preview-import': null,
  'members.preview-absent': null,
  'members.recall-mapping': null,
  'members.remember-mapping': mapping,
  'members.create': someMember,
  'members.update': member,
  'members.list': null,
  'members.get': null,
  'members.briefs': null,
  'members.confirm-erasure': null,
  'members.erase': member,
  'members.export': member,
  'members.list-audit': null,
  'erasures.replay': someMember,
  'erasures.allow': someMember,
  'audit.record-denied': null,
  'patterns.list': null,
  'patterns.get': null,
  'patterns.history': null,
  'patterns.facets': null,
  'patterns.patch': pattern,
  'patterns.export-member': null,
  'patterns.list-audit': null,
  'introductions.list': null,
  'introductions.get': null,
  'introductions.patch': introduction,
  'themes.list': null,
  'themes.get': null,
  'themes.patch': theme,
  'themes.define': null,
  'themes.sample': null,
  'themes.to-judge': null,
  'themes.judge': null,
  'runs.create': someRun,
  'runs.list': null,
  'runs.get': null,
  'runs.cancel': run,
  'runs.replay': run,
  'questions.list': null,
  'questions.export-member': null,
  'questions.list-audit': null,
};

/** What a request is about, as its audit says; null where it is not audited. */
export function auditTargetOf<S extends RequestSubject>(
  subject: S,
  request: RequestOf<S>,
): AuditTarget | null {
  const target: Audited<S> = auditedRequests[subject];
  return target === null ? null : target(request);
}
