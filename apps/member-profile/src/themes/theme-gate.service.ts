import { Injectable } from '@nestjs/common';
import type { ThemeDefinition } from '@warren/contracts';
import { Vocabulary, stripInvisible } from '@warren/facets';
import { KnownNames } from '../privacy/known-names.ts';
import { isPresentable } from '../privacy/presentable.ts';
import { pseudonymise } from '../privacy/pseudonymise.ts';
import { Sensitivity } from '../privacy/sensitivity.ts';
import { kindOfSide } from './theme-row.ts';

/** Says why a theme may not be in the codebook; undefined where it may. */
export type Objection = (theme: ThemeDefinition, folded: string) => string | undefined;

/** Count with which a label is checked: several members are to carry it. */
const assumedCount = 2;

/** Keeps out of the codebook what would name a member, or tell something sensitive of those who carry it. */
@Injectable()
export class ThemeGate {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly names: KnownNames,
    private readonly sensitivity: Sensitivity,
  ) {}

  /** What there is to object to some themes, against the names of the members there are. */
  async objections(themes: readonly ThemeDefinition[]): Promise<Objection> {
    const known = await this.names.namesIn(
      themes.flatMap(({ label, definition, excludes }) => [label, definition, excludes].map(stripInvisible)),
    );
    const isTerm = (word: string): boolean => this.vocabulary.knows(this.vocabulary.fold(word));
    const holdsPerson = (text: string): boolean =>
      pseudonymise(text, { own: [], known, isTerm }) !== stripInvisible(text);
    return ({ label, side, definition, excludes }, folded) => {
      if (folded === '') {
        return 'Its label has no letter or digit in it.';
      }
      const key = `${kindOfSide(side)}:${folded}`;
      if (this.isSensitive(key, label) || this.sensitivity.words.in(definition).length > 0) {
        return 'It is sensitive: what members say of health, faith, origin, family, money, whereabouts and the like is no theme.';
      }
      const isLabel = isPresentable({ key, label, count: assumedCount }, known, this.vocabulary);
      return !isLabel || [label, definition, excludes].some(holdsPerson)
        ? 'It holds a name or an address of somebody: say it without.'
        : undefined;
    };
  }

  /** Returns whether a label is one that tells something sensitive. */
  isSensitive(key: string, label: string): boolean {
    const { words } = this.sensitivity;
    return words.isSensitiveFacet(key, label) || words.in(label).length > 0;
  }
}
