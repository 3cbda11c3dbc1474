import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers } from '@warren/messaging';
import { BlindTextsService } from './blind-texts.service.ts';
import { CodebookService } from './codebook.service.ts';
import { JudgingService } from './judging.service.ts';
import { ThemePatchesService } from './theme-patches.service.ts';
import { ThemesService } from './themes.service.ts';

/** Answers `themes.*`. */
@Controller()
export class ThemesController {
  constructor(
    private readonly themes: ThemesService,
    private readonly patches: ThemePatchesService,
    private readonly codebook: CodebookService,
    private readonly texts: BlindTextsService,
    private readonly judging: JudgingService,
  ) {}

  @Answers('themes.list')
  async list(request: RequestOf<'themes.list'>): Promise<ReplyOf<'themes.list'>> {
    return this.themes.list(request);
  }

  @Answers('themes.get')
  async get({ id }: RequestOf<'themes.get'>): Promise<ReplyOf<'themes.get'>> {
    return this.themes.get(id);
  }

  @Answers('themes.patch')
  async patch(request: RequestOf<'themes.patch'>): Promise<ReplyOf<'themes.patch'>> {
    return this.patches.patch(request);
  }

  @Answers('themes.define')
  async define(request: RequestOf<'themes.define'>): Promise<ReplyOf<'themes.define'>> {
    return this.codebook.define(request);
  }

  @Answers('themes.sample')
  async sample(request: RequestOf<'themes.sample'>): Promise<ReplyOf<'themes.sample'>> {
    return this.texts.sample(request);
  }

  @Answers('themes.to-judge')
  async toJudge(request: RequestOf<'themes.to-judge'>): Promise<ReplyOf<'themes.to-judge'>> {
    return this.texts.toJudge(request);
  }

  @Answers('themes.judge')
  async judge(request: RequestOf<'themes.judge'>): Promise<ReplyOf<'themes.judge'>> {
    return this.judging.judge(request);
  }
}
