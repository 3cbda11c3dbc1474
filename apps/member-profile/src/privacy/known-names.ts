import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Vocabulary, stripInvisible } from '@warren/facets';
import { namesOf } from './names.ts';
import { ownHandles } from './own-handles.ts';
import type { ContactFields } from './own-handles.ts';
import { possibleFullNames, wordsOf } from './name-windows.ts';
import { pseudonymise } from './pseudonymise.ts';

/** A person whose texts are to be read. */
export type Person = ContactFields;

/** Pseudonymises texts; whose text it is makes that person's names count everywhere in it. */
export interface Pseudonymiser {
  scrub: (text: string, person: Person) => string;
  /** Names of members that occur in the texts. */
  known: ReadonlySet<string>;
}

/** Takes names and contacts out of texts, knowing what every member is called. */
@Injectable()
export class KnownNames {
  constructor(
    private readonly em: EntityManager,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** What pseudonymises any of `texts`. */
  async scrubberFor(texts: readonly string[]): Promise<Pseudonymiser> {
    const known = await this.namesIn(texts.map(stripInvisible));
    const isTerm = (word: string): boolean => this.vocabulary.knows(this.vocabulary.fold(word));
    const scrub = (text: string, person: Person): string =>
      pseudonymise(text, {
        own: namesOf(person.first_name, person.last_name),
        handles: ownHandles(person).filter((handle) => !isTerm(handle)),
        known,
        isTerm,
      });
    return { scrub, known };
  }

  /** Which of the words, and of the runs of words, in some texts are names of members. */
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
