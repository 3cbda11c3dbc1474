/** Spelling of a facet by some members. */
export interface Spelling {
  key: string;
  label: string;
}

/** Different spellings, numbered from 0 in the order in which they were met. */
export class Spellings {
  readonly list: Spelling[] = [];
  /** Key → label → number. */
  private readonly numbers = new Map<string, Map<string, number>>();

  numberOf({ key, label }: Spelling): number {
    let numbers = this.numbers.get(key);
    if (numbers === undefined) {
      this.numbers.set(key, (numbers = new Map<string, number>()));
    }
    const known = numbers.get(label);
    if (known !== undefined) {
      return known;
    }
    const number = this.list.push({ key, label }) - 1;
    numbers.set(label, number);
    return number;
  }
}
