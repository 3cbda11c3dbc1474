import { phrasesOf } from '../fold.ts';
import type { Word } from '../fold.ts';
import type { Mention, ProseIndex } from '../prose.ts';
import { gerundsOf, infinitivesOf } from '../verb-forms.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Cues } from './cues.ts';
import { english } from './english-cues.ts';
import { german } from './german-cues.ts';

/** A label in a clause: a mention, or a verb that is a form of a label ("I weave"). */
export interface Found extends Pick<Mention, 'canonical' | 'label' | 'at' | 'words'> {
  /** It is the verb of the writer. */
  readonly isVerb: boolean;
  /** It is a verb: "sing", "weld". */
  readonly isAction: boolean;
  readonly isPerson: boolean;
}

/** Words that say one thing, and the labels among them. */
export interface Clause {
  readonly words: readonly Word[];
  readonly found: readonly Found[];
}

/** The languages whose sentences are read. */
export const languages: readonly Cues[] = [english, german];

/** The clauses of a sentence, and the cues of its language. */
export function clausesOf(
  sentence: string,
  vocabulary: Vocabulary,
  prose: ProseIndex,
): { clauses: Clause[]; cues: Cues } {
  const phrases = phrasesOf(sentence).map(({ words }) => words);
  const cues = languageOf(phrases.flat());
  const finder = new LabelFinder(vocabulary, prose, cues);
  const clauses = phrases
    .flatMap((words) => splitAt(cues.conjunctions, words))
    .map((words, index) => ({ words, found: finder.find(words, index === 0) }));
  return { clauses, cues };
}

/** Finds the labels of clauses in one language. */
class LabelFinder {
  private readonly vocabulary: Vocabulary;
  private readonly prose: ProseIndex;
  private readonly cues: Cues;

  constructor(vocabulary: Vocabulary, prose: ProseIndex, cues: Cues) {
    this.vocabulary = vocabulary;
    this.prose = prose;
    this.cues = cues;
  }

  find(words: readonly Word[], startsSentence: boolean): Found[] {
    const mentions = this.prose.mentionsIn(
      { words: [...words], startsSentence },
      { isShort: false, isTitle: false },
    );
    const found: Found[] = mentions.map(({ canonical, label, at, words: length, name }) => {
      const isPerson = this.isPerson(name, label, words, at);
      const isAction = !isPerson && gerundsOf(name).some((gerund) => this.prose.knows(gerund));
      const isVerb = length === 1 && this.isVerbAt(words, at);
      return {
        canonical,
        label: isAction ? canonical : label,
        at,
        words: length,
        isVerb,
        isAction,
        isPerson,
      };
    });
    for (const at of words.keys()) {
      if (!found.some((other) => other.at <= at && at < other.at + other.words)) {
        const canonical = this.verbAt(words, at);
        if (canonical !== undefined) {
          found.push({
            canonical,
            label: canonical,
            at,
            words: 1,
            isVerb: words[at - 1]?.folded !== 'who',
            isAction: true,
            isPerson: false,
          });
        }
      }
    }
    return found.sort((a, b) => a.at - b.at);
  }

  private isPerson(name: string, label: string, words: readonly Word[], at: number): boolean {
    const isName = this.vocabulary.knows(name, 'looking_for') && !this.vocabulary.knows(name, 'role');
    return (
      isName ||
      (!this.vocabulary.knows(name, 'role') &&
        isGermanPerson(label) &&
        !/^(?:im|in|beim|zum|am)$/.test(words[at - 1]?.folded ?? ''))
    );
  }

  /** Returns whether a label is the verb of its clause: "I weld". */
  private isVerbAt(words: readonly Word[], at: number): boolean {
    const [previous, word, next] = [
      words[at - 1]?.folded ?? '',
      words[at]?.folded ?? '',
      words[at + 1]?.folded ?? '',
    ];
    if (this.cues === german) {
      return word.endsWith('n') && (next === 'wir' || previous === 'wir');
    }
    return !word.endsWith('ing') && (isSubject(words, at) || goesOn(words, at));
  }

  private verbAt(words: readonly Word[], at: number): string | undefined {
    const [previous, word, next] = [
      words[at - 1]?.folded ?? '',
      words[at]?.folded ?? '',
      words[at + 1]?.folded ?? '',
    ];
    const isGerman = this.cues === german;
    const isVerb = isGerman
      ? previous === 'ich' || next === 'ich' || goesOn(words, at)
      : isSubject(words, at) || previous === 'who' || goesOn(words, at);
    const forms = !isVerb ? [] : isGerman ? infinitivesOf(word) : gerundsOf(word);
    const name = forms.find((form) => this.prose.knows(form));
    return name === undefined ? undefined : this.vocabulary.canonical(name, 'looking_for');
  }
}

const adverbs = new Set(
  'also still mostly mainly often sometimes really do happily usually now always occasionally even'.split(
    ' ',
  ),
);

/** Returns whether a word follows "I" or "we", with nothing but adverbs between. */
function isSubject(words: readonly Word[], at: number): boolean {
  let place = at - 1;
  while (adverbs.has(words[place]?.folded ?? '')) {
    place -= 1;
  }
  return ['i', 'we'].includes(words[place]?.folded ?? '');
}

/** Returns whether a word goes on with what "I" or "we" do: "I knit and quilt". */
function goesOn(words: readonly Word[], at: number): boolean {
  const earlier = words.slice(0, Math.max(0, at - 2)).map(({ folded }) => folded);
  return (
    ['and', 'und'].includes(words[at - 1]?.folded ?? '') &&
    earlier.some((word) => ['i', 'we', 'ich', 'wir'].includes(word))
  );
}

/** German words for people, which begin with a capital. */
function isGermanPerson(label: string): boolean {
  return (
    !/(?:theater|feuer|leder|wasser|messer|bilder|lieder|bücher)$/.test(label) &&
    /^\p{Lu}\p{Ll}+(?:er|erin|in|ekt|ektin|graf|grafin|amme|pfleger|lerin|ist|istin|loge|login)$/u.test(label)
  );
}

function languageOf(words: readonly Word[]): Cues {
  const counted = languages.map((cues) => words.filter(({ folded }) => cues.common.has(folded)).length);
  return (counted[1] ?? 0) > (counted[0] ?? 0) ? german : english;
}

/** Splits words before each conjunction that begins a clause. */
function splitAt(conjunctions: RegExp, words: readonly Word[]): Word[][] {
  const clauses: Word[][] = [[]];
  for (const [at, word] of words.entries()) {
    const rest = words
      .slice(at, at + 3)
      .map(({ folded }) => folded)
      .join(' ');
    if (at > 0 && conjunctions.test(rest)) {
      clauses.push([]);
    }
    clauses.at(-1)?.push(word);
  }
  return clauses;
}

/** Folded words of a clause, with `_` for each label. */
export function textOf({ words, found }: Clause, from: number, to: number): string {
  const text: string[] = [];
  for (let at = from; at < to; at += 1) {
    const label = found.find((other) => other.at <= at && at < other.at + other.words);
    if (label === undefined) {
      text.push(words[at]?.folded ?? '');
    } else if (label.at === at) {
      text.push('_');
    }
  }
  return text.join(' ');
}
