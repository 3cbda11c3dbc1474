/**
 * A part of the built-in topics: title → labels of the vocabulary, parted by commas. After `~` stand labels that the
 * vocabulary has no entry for, as members write them but for commas, which folding drops anyway.
 */
export type TopicData = Readonly<Record<string, string>>;

/** A title that a person would give, and the labels it is about. */
export interface Topic {
  readonly title: string;
  /** Labels of the vocabulary. */
  readonly labels: readonly string[];
  /** Labels that the vocabulary has no entry for. */
  readonly others: readonly string[];
}

/** The topics that a part stands for. */
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
