// What reads members from files, without the vocabulary: the gateway reads uploads, and need not load 800 languages.
export { parseMember, type ParsedMember, type TakenMember } from './member.ts';
export { readMembers } from './read-members.ts';
export { MemberFileInvalid, type MemberSource, type ReadLine, type Rejection } from './source.ts';
