export { parseMember, type ParsedMember, type TakenMember } from './fields/member.ts';
export { Identities, type GivenIdentity, type Identity, type Owner } from './identity/identities.ts';
export { mergeLine, newMember, type Merged } from './identity/merge.ts';
export { readMembers } from './read-members.ts';
export { MemberFileInvalid, type MemberSource, type ReadLine, type Rejection } from './source/source.ts';
