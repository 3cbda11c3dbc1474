/** The words of a kind, as patterns (`wordPatternsOf`) of several languages. */
export interface SensitiveVocabulary {
  /** Sensitive wherever they stand. */
  readonly always: string;
  /** Sensitive unless the same clause tells of work with it: nursing, research, advice. */
  readonly topics?: string;
  /** Sensitive where they are all of an entry of a list. */
  readonly labels?: string;
  /** Something else, although words in it are sensitive elsewhere. */
  readonly harmless?: string;
}
