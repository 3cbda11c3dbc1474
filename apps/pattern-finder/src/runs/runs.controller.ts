import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers } from '@warren/messaging';
import { RunsService } from './runs.service.ts';

/** Answers `runs.*`. */
@Controller()
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @Answers('runs.create')
  async create(request: RequestOf<'runs.create'>): Promise<ReplyOf<'runs.create'>> {
    return this.runs.create(request);
  }

  @Answers('runs.list')
  async list(request: RequestOf<'runs.list'>): Promise<ReplyOf<'runs.list'>> {
    return this.runs.list(request);
  }

  @Answers('runs.get')
  async get({ id }: RequestOf<'runs.get'>): Promise<ReplyOf<'runs.get'>> {
    return this.runs.get(id);
  }

  @Answers('runs.cancel')
  async cancel({ id }: RequestOf<'runs.cancel'>): Promise<ReplyOf<'runs.cancel'>> {
    return this.runs.cancel(id);
  }

  @Answers('runs.replay')
  async replay(request: RequestOf<'runs.replay'>): Promise<ReplyOf<'runs.replay'>> {
    return this.runs.replay(request);
  }
}
