import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers } from '@warren/messaging';
import { ErasureReplay } from './erasure-replay.ts';

/** Answers `erasures.*`, the requests of the operator's command. */
@Controller()
export class ErasuresController {
  constructor(private readonly erasures: ErasureReplay) {}

  @Answers('erasures.replay')
  async replay(_request: RequestOf<'erasures.replay'>): Promise<ReplyOf<'erasures.replay'>> {
    return this.erasures.replay();
  }

  @Answers('erasures.allow')
  async allow(person: RequestOf<'erasures.allow'>): Promise<ReplyOf<'erasures.allow'>> {
    return this.erasures.allow(person);
  }
}
