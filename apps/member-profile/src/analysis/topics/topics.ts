import { Vocabulary, foldLabel } from '@warren/facets';
import { builtInTopics } from './built-in/index.ts';
import type { Topic } from './topic-data.ts';

interface Known {
  title: string;
  labels: ReadonlySet<string>;
}

/** Minimum number of matching labels: a single label is its own title. */
const minLabels = 2;

/** Finds the common topic of a set of facets. */
export class Topics {
  private readonly vocabulary: Vocabulary;
  private readonly topics: readonly Known[];

  constructor(vocabulary: Vocabulary, topics: readonly Topic[] = builtInTopics()) {
    this.vocabulary = vocabulary;
    this.topics = topics.map(({ title, labels, others }) => ({
      title,
      labels: new Set([...labels, ...others].map((label) => vocabulary.canonical(foldLabel(label)))),
    }));
  }

  /** The topics of a vocabulary, prepared once. */
  static of(vocabulary: Vocabulary): Topics {
    const known = prepared.get(vocabulary);
    if (known !== undefined) {
      return known;
    }
    const topics = new Topics(vocabulary);
    prepared.set(vocabulary, topics);
    return topics;
  }

  /**
   * The title of the topic with most of these facets, of any kind: at least two labels, and more than half of all, since a
   * title for half of them would misname the rest. Ties go to the narrower topic; undefined if none matches.
   */
  topicOf(keys: readonly string[]): string | undefined {
    const labels = new Set(keys.map((key) => this.labelOf(key)));
    let best: { topic: Known; hits: number } | undefined;
    for (const topic of this.topics) {
      const hits = [...labels].filter((label) => topic.labels.has(label)).length;
      if (hits < minLabels || hits * 2 <= labels.size) {
        continue;
      }
      const isBetter =
        best === undefined ||
        hits > best.hits ||
        (hits === best.hits && topic.labels.size < best.topic.labels.size);
      if (isBetter) {
        best = { topic, hits };
      }
    }
    return best?.topic.title;
  }

  /** The canonical label of a facet; a role means what its people do: `role:farmer` is farming. */
  private labelOf(key: string): string {
    return this.vocabulary.canonical(key.slice(key.indexOf(':') + 1));
  }
}

const prepared = new WeakMap<Vocabulary, Topics>();
