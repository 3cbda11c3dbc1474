export { forgetMembers, wordsOfMembers } from '@warren/messaging';
export type { Redact } from '@warren/messaging';
