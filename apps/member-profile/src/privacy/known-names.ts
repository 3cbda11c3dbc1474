import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Vocabulary, stripInvisible } from '@warren/facets';
import { possibleFullNames, wordsOf } from './name-windows.ts';
import { namesOf } from './names.ts';
import { ownHandles } from './own-handles.ts';
import type { ContactFields } from './own-handles.ts';
import { pseudonymise } from './pseudonymise.ts';

/** A person whose texts are pseudonymised. */
export type Person = ContactFields;

/** Pseudonymises texts; in a person's own texts, that person's names are always redacted. */
export interface Pseudonymiser {
  redact: (text: string, person: Person) => string;
  /** Folded names of members that occur in the texts. */
  known: ReadonlySet<string>;
}

/** Looks up the names of members in texts, and redacts names and contacts. */
@Injectable()
export class KnownNames {
  constructor(
    private readonly em: EntityManager,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Creates a pseudonymiser for the given texts. */
  async pseudonymiserFor(texts: readonly string[]): Promise<Pseudonymiser> {
    const known = await this.namesIn(texts.map(stripInvisible));
    const isTerm = (word: string): boolean => this.vocabulary.knows(this.vocabulary.fold(word));
    const redact = (text: string, person: Person): string =>
      pseudonymise(text, {
        own: namesOf(person.first_name, person.last_name),
        handles: ownHandles(person).filter((handle) => !isTerm(handle)),
        known,
        isTerm,
      });
    return { redact, known };
  }

  /** Finds the words, and the runs of words, in some texts that are names of members. */
  async namesIn(texts: readonly string[]): Promise<Set<string>> {
    const singles = await this.existing(wordsOf(texts));
    const full = await this.existing(possibleFullNames(texts, singles));
    return new Set([...singles, ...full]);
  }

  private async existing(names: ReadonlySet<string>): Promise<Set<string>> {
    if (names.size === 0) {
      return new Set();
    }
    const rows = await this.em.fork().execute<{ name: string }[]>(
      `select name from jsonb_array_elements_text(?::jsonb) as wanted(name)
       where exists (select from member where names @> array[name])`,
      [JSON.stringify([...names])],
    );
    return new Set(rows.map(({ name }) => name));
  }
}
