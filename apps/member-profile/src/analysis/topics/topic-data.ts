/**
 * A part of the built-in topics: title → labels of the vocabulary, separated by commas. After `~` come labels without an
 * entry in the vocabulary, as members write them, without commas, which folding drops anyway.
 */
export type TopicData = Readonly<Record<string, string>>;

/** A topic: a title as a person would give it, and its labels. */
export interface Topic {
  readonly title: string;
  /** Labels of the vocabulary. */
  readonly labels: readonly string[];
  /** Labels without an entry in the vocabulary. */
  readonly others: readonly string[];
}

/** The topics of a part. */
export function topicsOf(data: TopicData): Topic[] {
  return Object.entries(data).map(([title, names]) => {
    const [labels = '', others = ''] = names.split('~');
    return { title, labels: split(labels), others: split(others) };
  });
}

function split(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
