import { Vocabulary, foldLabel } from '@warren/facets';
import { builtInTopics } from './built-in/index.ts';
import type { Topic } from './topic-data.ts';

interface Known {
  title: string;
  labels: ReadonlySet<string>;
}

/** Fewer labels than these have no topic: a label is its own title. */
const FEWEST = 2;

/** Finds what a set of facets is about as a whole. */
export class Topics {
  readonly #vocabulary: Vocabulary;
  readonly #topics: readonly Known[];

  constructor(vocabulary: Vocabulary, topics: readonly Topic[] = builtInTopics()) {
    this.#vocabulary = vocabulary;
    this.#topics = topics.map(({ title, labels, others }) => ({
      title,
      labels: new Set([...labels, ...others].map((label) => vocabulary.canonical(foldLabel(label)))),
    }));
  }

  /** The topics of a vocabulary, prepared once. */
  static of(vocabulary: Vocabulary): Topics {
    const known = prepared.get(vocabulary);
    if (known !== undefined) return known;
    const topics = new Topics(vocabulary);
    prepared.set(vocabulary, topics);
    return topics;
  }

  /**
   * The title of the topic that most of these facets belong to, whatever their kinds: at least two labels, and more
   * than half of them, since a title that speaks for half misnames the rest. Of equal ones the narrower; undefined
   * where there is none.
   */
  topicOf(keys: readonly string[]): string | undefined {
    const labels = new Set(keys.map((key) => this.#labelOf(key)));
    let best: { topic: Known; hits: number } | undefined;
    for (const topic of this.#topics) {
      const hits = [...labels].filter((label) => topic.labels.has(label)).length;
      if (hits < FEWEST || hits * 2 <= labels.size) continue;
      const isBetter =
        best === undefined ||
        hits > best.hits ||
        (hits === best.hits && topic.labels.size < best.topic.labels.size);
      if (isBetter) best = { topic, hits };
    }
    return best?.topic.title;
  }

  /** A role stands for what its people do: `role:farmer` for farming. */
  #labelOf(key: string): string {
    return this.#vocabulary.canonical(key.slice(key.indexOf(':') + 1));
  }
}

const prepared = new WeakMap<Vocabulary, Topics>();
