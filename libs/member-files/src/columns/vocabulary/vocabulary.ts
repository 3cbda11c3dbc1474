import type { ColumnRole } from '@warren/contracts';

/** Subjects that no role stands for: some are settled by the other columns or the values, the others are not read. */
export const unreadTopics = {
  contact: 'contact details are not read',
  form_of_address: 'a form of address is no role',
  level_of_membership: 'a kind of membership is neither a status nor a trait',
  name_part: 'a part of the name that Warren does not keep',
  notes: 'notes about a member are not read',
  other_consent: 'a consent to something else than being shown to other members',
  other_id: 'a number of something else than a person',
  other_person: 'it is about somebody else than the member',
  payment: 'payments and tickets are not read',
  personal: 'a personal matter that Warren does not read',
  technical: 'technical data of the program that wrote the file',
  time: 'a time, not a trait of a member',
} as const;
export type UnreadTopic = keyof typeof unreadTopics;

/** Subject of a heading: a role, one that is not read, or one whose role the other columns and the values decide. */
export type Topic =
  | Exclude<ColumnRole, 'ignored'>
  | UnreadTopic
  | 'member_id'
  | 'person_id'
  | 'plain_id'
  | 'record_id'
  | 'row_number'
  | 'handle'
  | 'profile_url'
  | 'url'
  | 'title'
  | 'nickname'
  | 'display_name'
  | 'country'
  | 'departed'
  | 'present'
  | 'answer';

/** Phrases by topic, parted by commas or line breaks. */
export type Phrases = Partial<Record<Topic, string>>;

/**
 * Words of headings in one language, folded: lower case, no diacritics, blanks between words. `email` is one word in
 * every spelling.
 */
export interface Vocabulary {
  /** Whole headings, apart from fillers and numbers. */
  headings: Phrases;
  /**
   * Phrases within a heading or question. `word*` is any word that begins so, `*word` one that ends so, `_` stands for
   * up to three words. The phrase with the most words wins.
   */
  phrases: Phrases;
  /** Words within a heading that name its subject only where the values agree. */
  hints: Phrases;
  /** Words that say nothing about the subject of a heading. */
  fillers: string;
  /** People other than the member. */
  others: string;
  /** Things that have names, addresses and numbers of their own; they count in short headings only. */
  things?: string;
  /** Words that turn a consent into a refusal. */
  negations: string;
  /** Words that ask for a reason, a manner or a time, so that a single word of the question does not tell its subject. */
  reasons: string;
}
