import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers } from '@warren/messaging';
import { IntroductionsService } from './introductions.service.ts';

/** Answers `introductions.*`. */
@Controller()
export class IntroductionsController {
  constructor(private readonly introductions: IntroductionsService) {}

  @Answers('introductions.list')
  async list(request: RequestOf<'introductions.list'>): Promise<ReplyOf<'introductions.list'>> {
    return this.introductions.list(request);
  }

  @Answers('introductions.get')
  async get({ id }: RequestOf<'introductions.get'>): Promise<ReplyOf<'introductions.get'>> {
    return this.introductions.get(id);
  }

  @Answers('introductions.patch')
  async patch({ id, patch }: RequestOf<'introductions.patch'>): Promise<ReplyOf<'introductions.patch'>> {
    return this.introductions.patch(id, patch);
  }
}
