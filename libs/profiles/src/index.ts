export { facetsOf, type Facet, type FacetSource } from './facets/facets.ts';
export { foldLabel } from './facets/fold.ts';
export { ProseIndex } from './facets/prose.ts';
export { Vocabulary, VocabularyInvalid, type VocabularyEntry } from './facets/vocabulary.ts';
export { parseVocabulary } from './facets/vocabulary-file.ts';
export { formatOf, type MemberFormat } from './readers/format.ts';
export { MemberFileInvalid, type MemberSource, type ReadLine, type Rejection } from './readers/source.ts';
export { parseMember, type ParsedMember } from './readers/member.ts';
export { readMembers } from './readers/read-members.ts';
