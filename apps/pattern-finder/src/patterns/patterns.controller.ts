import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers } from '@warren/messaging';
import { PatternsService } from './patterns.service.ts';

/** Answers `patterns.*`. */
@Controller()
export class PatternsController {
  constructor(private readonly patterns: PatternsService) {}

  @Answers('patterns.list')
  async list(request: RequestOf<'patterns.list'>): Promise<ReplyOf<'patterns.list'>> {
    return this.patterns.list(request);
  }

  @Answers('patterns.get')
  async get({ id }: RequestOf<'patterns.get'>): Promise<ReplyOf<'patterns.get'>> {
    return this.patterns.get(id);
  }

  @Answers('patterns.history')
  async history({ id }: RequestOf<'patterns.history'>): Promise<ReplyOf<'patterns.history'>> {
    return this.patterns.history(id);
  }

  @Answers('patterns.facets')
  async facets({ id }: RequestOf<'patterns.facets'>): Promise<ReplyOf<'patterns.facets'>> {
    return { facets: await this.patterns.facets(id) };
  }

  @Answers('patterns.patch')
  async patch({ id, patch }: RequestOf<'patterns.patch'>): Promise<ReplyOf<'patterns.patch'>> {
    return this.patterns.patch(id, patch);
  }
}
