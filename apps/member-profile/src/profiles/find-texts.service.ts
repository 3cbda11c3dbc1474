import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { QuotableField } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { SearchIndex } from '../members/search/search-index.ts';
import { SearchQueue } from '../members/search/search-queue.ts';
import { truncate } from '../privacy/pseudonymise.ts';
import { candidatesFor, rankSentences, searchedWords } from './find-texts.ts';
import type { ShownSentence } from './find-texts.ts';
import { ProfilesService } from './profiles.service.ts';

/** Characters of a quote that a search shows. */
const longestQuote = 240;

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });

/**
 * Finds members by words in what they wrote, in any form of many languages. Only what an analyst may read is searched:
 * neither a name nor a sentence that is not shown finds anybody.
 */
@Injectable()
export class FindTextsService {
  constructor(
    private readonly em: EntityManager,
    private readonly profiles: ProfilesService,
    private readonly index: SearchIndex,
    private readonly searches: SearchQueue,
  ) {}

  async find(
    { text, limit }: RequestOf<'community.find-texts'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'community.find-texts'>> {
    return this.searches.run(signal, async () => {
      const em = this.em.fork();
      const words = await searchedWords(em, text);
      if (words.length === 0) {
        return { found: [], more: false };
      }
      const trigrams = await this.index.trigramSchema(em);
      const ids = await candidatesFor(em, words, trigrams);
      const sentences = (await this.profiles.quotable(ids)).flatMap(({ memberId, quotable }) =>
        QuotableField.options.flatMap((field) =>
          quotable[field].flatMap((said) =>
            sentencesOf(said).map((sentence) => ({ member_id: memberId, field, text: sentence })),
          ),
        ),
      );
      const ranked = await rankSentences(em, words, sentences, trigrams);
      const best = new Map<number, ShownSentence>();
      for (const sentence of ranked) {
        best.set(sentence.member_id, best.get(sentence.member_id) ?? sentence);
      }
      const found = [...best.values()].map(({ member_id, field, text: said }) => ({
        member_id,
        field,
        quote: truncate(said, longestQuote),
      }));
      return { found: found.slice(0, limit), more: found.length > limit };
    });
  }
}

function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}
