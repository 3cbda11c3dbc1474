import { ForbiddenException, Injectable } from '@nestjs/common';
import { PatternNotFound, isKeptFromViewers, quotesOf, withoutQuotesOr } from '@warren/contracts';
import type { Pattern, PatternListing, PatternQuery, Principal, Question } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { AccessSettings } from '../access/access-settings.ts';

/** Keeps patterns of small groups, and held ones, from viewers: they are not listed, and not found. */
@Injectable()
export class ViewablePatterns {
  constructor(
    private readonly requests: RequestClient,
    private readonly settings: AccessSettings,
  ) {}

  /**
   * Returns the request for the patterns that a principal may see.
   * @throws ForbiddenException to a viewer who asks for those of a member, which would tell who is in them, for those with
   *   words in their texts, which would tell what is left out of these, or for held ones
   */
  listing(query: PatternQuery, { role }: Principal): PatternListing {
    if (role !== 'viewer') {
      return query;
    }
    if (query.member_id !== undefined) {
      throw new ForbiddenException('Patterns of one member are for operators: leave out member_id.');
    }
    if (query.q !== undefined) {
      throw new ForbiddenException('To search the texts of patterns is for operators: leave out q.');
    }
    if (query.held === 'true') {
      throw new ForbiddenException('Held patterns are for operators: leave out held.');
    }
    return { ...query, at_least: this.settings.smallestGroup };
  }

  /** Returns a pattern that a principal may see. @throws PatternNotFound */
  async get(id: number, { role }: Principal): Promise<Pattern> {
    const pattern = await this.requests.ask('patterns.get', { id });
    if (role === 'viewer' && isKeptFromViewers(pattern, this.settings.smallestGroup)) {
      throw PatternNotFound.of(id);
    }
    return pattern;
  }

  /**
   * Returns the questions that a principal may see: a viewer those of viewable patterns, without the words that these
   * quote, and none that is nothing but a quote.
   */
  async questions(questions: Question[], { role }: Principal): Promise<Question[]> {
    if (role !== 'viewer') {
      return questions;
    }
    const { patterns } = await this.requests.ask('patterns.list', {
      is_active: 'all',
      at_least: this.settings.smallestGroup,
    });
    const quotesById = new Map(
      patterns
        .filter((pattern) => !isKeptFromViewers(pattern, this.settings.smallestGroup))
        .map(({ id, evidence }) => [id, quotesOf(evidence)]),
    );
    return questions.flatMap((question) => {
      const quotes = quotesById.get(question.pattern_id);
      const text = quotes && withoutQuotesOr(question.text, quotes, undefined);
      return quotes === undefined || text === undefined
        ? []
        : [
            {
              ...question,
              pattern_name: withoutQuotesOr(question.pattern_name, quotes, `Pattern ${question.pattern_id}`),
              text,
            },
          ];
    });
  }

  /** Checks that a principal may see a pattern. @throws PatternNotFound */
  async check(id: number, principal: Principal): Promise<void> {
    if (principal.role === 'viewer') {
      await this.get(id, principal);
    }
  }
}
