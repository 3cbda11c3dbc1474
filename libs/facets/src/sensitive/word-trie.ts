interface Node<T> {
  next: Map<string, Node<T>>;
  /** Of words that end here. */
  whole: T[];
  /** Of words that begin so. */
  open: T[];
}

const largestCache = 50_000;

/** Values by word, or by part of one: `faith`, `cathol*`, `*sucht`, `*krank*`. */
export class WordTrie<T> {
  private readonly atStart: Node<T> = newNode();
  private readonly anywhere: Node<T> = newNode();
  private readonly found = new Map<string, readonly T[]>();

  add(spelling: string, value: T): void {
    const isOpenBefore = spelling.startsWith('*');
    const isOpenAfter = spelling.endsWith('*');
    let node = isOpenBefore ? this.anywhere : this.atStart;
    for (const letter of spelling.replaceAll('*', '')) {
      let next = node.next.get(letter);
      if (next === undefined) {
        node.next.set(letter, (next = newNode()));
      }
      node = next;
    }
    (isOpenAfter ? node.open : node.whole).push(value);
    this.found.clear();
  }

  /** The values whose spelling fits a word. */
  find(word: string): readonly T[] {
    const known = this.found.get(word);
    if (known !== undefined) {
      return known;
    }
    const values: T[] = [];
    walk(this.atStart, word, 0, values);
    for (let at = 0; at < word.length; at += 1) {
      walk(this.anywhere, word, at, values);
    }
    if (this.found.size >= largestCache) {
      this.found.clear();
    }
    this.found.set(word, values);
    return values;
  }
}

function newNode<T>(): Node<T> {
  return { next: new Map(), whole: [], open: [] };
}

function walk<T>(root: Node<T>, word: string, from: number, values: T[]): void {
  let node: Node<T> | undefined = root;
  for (let at = from; at < word.length; at += 1) {
    node = node.next.get(word.charAt(at));
    if (node === undefined) {
      return;
    }
    values.push(...node.open);
  }
  values.push(...node.whole);
}
