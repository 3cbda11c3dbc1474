export { parseMember } from './fields/member.ts';
export { Identities, type Identity } from './identity/identities.ts';
export { mergeLine, newMember } from './identity/merge.ts';
export { readMembers } from './read-members.ts';
export { MemberFileInvalid, type MemberSource, type ReadLine, type Rejection } from './source/source.ts';
