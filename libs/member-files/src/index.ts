export { Identities, type Identity } from './identity/identities.ts';
export { mergeLine, newMember } from './identity/merge.ts';
export { anonymousPrefix } from './identity/person.ts';
export type { ReadMember, RejectedMember } from './members/members-of.ts';
export { openMembers, readMembersOnce, type FirstReading, type Reading } from './members/open-members.ts';
export { MemberFileInvalid, type MemberSource, type Rejection } from './source/source.ts';
