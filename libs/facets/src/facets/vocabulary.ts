import { createHash } from 'node:crypto';
import { FacetKind } from '@warren/contracts';
import { foldLabel, facetRules } from './fold.ts';
import { builtInEntries } from './vocabulary/built-in.ts';
import type { VocabularyEntry } from './vocabulary/entry.ts';

/** An invalid vocabulary; the message lists all its problems. */
export class VocabularyInvalid extends Error {
  override readonly name = 'VocabularyInvalid';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], where = 'the vocabulary', options?: ErrorOptions) {
    super(`${where} cannot be used:\n  ${problems.slice(0, 20).join('\n  ')}`, options);
    this.problems = problems;
  }
}

const kinds: readonly FacetKind[] = FacetKind.options;
/** Kinds of an entry that names none. */
const defaultKinds = kinds.filter((kind) => kind !== 'location');

/** Folded name → folded label that it means. */
type Names = Map<string, string>;
type Fold = (label: string) => string;

const largestCache = 50_000;

/** Maps folded names to canonical labels. */
export class Vocabulary {
  /** Short hash of the contents: facets stored under another version must be recomputed. */
  readonly version: string;
  private readonly namesByKind: Map<FacetKind, Names>;
  private readonly folded = new Map<string, string>();

  /** `own` overrides `entries`: it may move an alias, rename a label, or make an alias a label of its own (`UX,UX`). */
  constructor(entries: readonly VocabularyEntry[] = builtInEntries(), own: readonly VocabularyEntry[] = []) {
    const problems: string[] = [];
    // cached, since most entries apply to several kinds
    const fold = (label: string): string => this.fold(label);
    this.namesByKind = new Map(
      kinds.map((kind) => {
        const ownOfKind = own.filter((entry) => appliesTo(entry, kind));
        const builtIn = namesOf(
          entries.filter((entry) => appliesTo(entry, kind)),
          fold,
          problems,
        );
        const names = namesOf(ownOfKind, fold, problems);
        return [kind, merge(builtIn, names, separateLabels(ownOfKind, fold), problems)];
      }),
    );
    if (problems.length > 0) {
      throw new VocabularyInvalid([...new Set(problems)]);
    }
    const hash = createHash('sha256').update(String(facetRules));
    for (const [kind, names] of this.namesByKind) {
      hash.update(JSON.stringify([kind, ...[...names].sort(byName)]));
    }
    this.version = hash.digest('hex').slice(0, 12);
  }

  /** The folded label that a folded name means: itself if the vocabulary does not know it. */
  canonical(folded: string, kind: FacetKind = 'skill'): string {
    return this.namesByKind.get(kind)?.get(folded) ?? folded;
  }

  /** Returns whether a folded name is a label or an alias of the vocabulary. */
  knows(folded: string, kind: FacetKind = 'skill'): boolean {
    return this.namesByKind.get(kind)?.has(folded) ?? false;
  }

  /** All folded names of a kind, each with the folded label that it means. */
  names(kind: FacetKind = 'skill'): ReadonlyMap<string, string> {
    return this.namesByKind.get(kind) ?? new Map<string, string>();
  }

  /** The names of the people who do what a folded label says, as roles may be called: "composer" for composing. */
  people(): Map<string, string[]> {
    const people = new Map<string, string[]>();
    for (const [name, label] of this.names('looking_for')) {
      if (!this.knows(name, 'role')) {
        people.set(label, [...(people.get(label) ?? []), name]);
      }
    }
    return people;
  }

  /** `foldLabel`, cached: a community writes the same labels over and over. */
  fold(label: string): string {
    const known = this.folded.get(label);
    if (known !== undefined) {
      return known;
    }
    const folded = foldLabel(label);
    if (this.folded.size >= largestCache) {
      this.folded.clear();
    }
    this.folded.set(label, folded);
    return folded;
  }
}

function appliesTo(entry: VocabularyEntry, kind: FacetKind): boolean {
  return (entry.kinds ?? defaultKinds).includes(kind);
}

/** Collects the names of entries, and reports every conflict between them. */
function namesOf(entries: readonly VocabularyEntry[], fold: Fold, problems: string[]): Names {
  const names: Names = new Map();
  const labels = new Set(entries.map((entry) => fold(entry.label)));
  for (const { label, aliases } of entries) {
    const target = fold(label);
    if (target === '') {
      problems.push(`the label "${label}" has no letter or digit in it`);
    }
    for (const name of aliases) {
      const alias = fold(name);
      const other = names.get(alias);
      if (alias === '') {
        problems.push(`the alias "${name}" of "${label}" has no letter or digit in it`);
      } else if (alias !== target && labels.has(alias)) {
        problems.push(`"${name}" is a label, and an alias of "${label}" too`);
      } else if (other !== undefined && other !== target) {
        problems.push(`"${name}" is an alias of both "${other}" and "${label}"`);
      } else {
        names.set(alias, target);
      }
    }
  }
  for (const label of labels) {
    names.set(label, label);
  }
  return names;
}

/** The labels that an operator lists as their own alias (`UX,UX`): they are not aliases of a built-in label. */
function separateLabels(own: readonly VocabularyEntry[], fold: Fold): Set<string> {
  const apart = own.filter(({ label, aliases }) => aliases.some((alias) => fold(alias) === fold(label)));
  return new Set(apart.map((entry) => fold(entry.label)));
}

/** Overlays an operator's names on the built-in ones, and resolves chains of names. */
function merge(builtIn: Names, own: Names, apart: ReadonlySet<string>, problems: string[]): Names {
  const direct: Names = new Map(builtIn);
  for (const [name, label] of own) {
    const before = builtIn.get(name);
    // A label that is a built-in alias resolves to its label (`ecmascript,JS` means JavaScript), unless that
    // label itself was moved here.
    const isAlias = name === label && before !== undefined && before !== name;
    const keepsBuiltIn = isAlias && !apart.has(name) && own.get(before) !== name;
    if (!keepsBuiltIn) {
      direct.set(name, label);
    }
  }
  const resolved: Names = new Map();
  for (const name of direct.keys()) {
    let label = name;
    for (let steps = 0; direct.get(label) !== label && direct.has(label); steps += 1) {
      label = direct.get(label) ?? label;
      if (steps > 10) {
        problems.push(`"${name}" leads back to itself`);
        break;
      }
    }
    resolved.set(name, label);
  }
  return resolved;
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
