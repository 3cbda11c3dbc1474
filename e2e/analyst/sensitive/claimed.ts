/** What members wrote, and the pattern that a model makes of it. */
export interface Claimed {
  title: string;
  /** Bios, one of a member each; the model quotes them, or these parts of them. */
  says: readonly string[];
  quotes?: readonly string[];
  /** The quotes alone say it: the words would be true of others. */
  inQuotesAlone?: true;
  /** Interests that all of these members list, and that the pattern stands on instead of quotes. */
  interests?: readonly string[];
  name: string;
  description: string;
  questions: readonly [string, string];
  /** Harmless words with which it is saved and published first, to be changed afterwards. */
  before?: { name: string; description: string; questions: readonly [string, string] };
}
