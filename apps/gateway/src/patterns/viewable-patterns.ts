import { ForbiddenException, Injectable } from '@nestjs/common';
import { PatternNotFound } from '@warren/contracts';
import type { Pattern, PatternListing, PatternQuery, Principal } from '@warren/contracts';
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
   * @throws ForbiddenException to a viewer who asks for those of a member, which would tell who is in them, or for held ones
   */
  listing(query: PatternQuery, { role }: Principal): PatternListing {
    if (role !== 'viewer') {
      return query;
    }
    if (query.member_id !== undefined) {
      throw new ForbiddenException('Patterns of one member are for operators: leave out member_id.');
    }
    if (query.held === 'true') {
      throw new ForbiddenException('Held patterns are for operators: leave out held.');
    }
    return { ...query, at_least: this.settings.smallestGroup };
  }

  /** Returns a pattern that a principal may see. @throws PatternNotFound */
  async get(id: number, { role }: Principal): Promise<Pattern> {
    const pattern = await this.requests.ask('patterns.get', { id });
    const isKept = pattern.held !== null || pattern.member_count < this.settings.smallestGroup;
    if (role === 'viewer' && isKept) {
      throw PatternNotFound.of(id);
    }
    return pattern;
  }

  /** Checks that a principal may see a pattern. @throws PatternNotFound */
  async check(id: number, principal: Principal): Promise<void> {
    if (principal.role === 'viewer') {
      await this.get(id, principal);
    }
  }
}
