import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers } from '@warren/messaging';
import { ErasureConfirmations } from '../erasure/erasure-confirmations.ts';
import { MemberEraser } from '../erasure/member-eraser.ts';
import { ByHandService } from './by-hand/by-hand.service.ts';
import { MemberExportService } from './export/member-export.service.ts';
import { MembersService } from './members.service.ts';

/** Answers `members.*`. */
@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly byHand: ByHandService,
    private readonly confirmations: ErasureConfirmations,
    private readonly eraser: MemberEraser,
    private readonly exports: MemberExportService,
  ) {}

  @Answers('members.create')
  async create(request: RequestOf<'members.create'>): Promise<ReplyOf<'members.create'>> {
    return this.byHand.create(request);
  }

  @Answers('members.update')
  async update(request: RequestOf<'members.update'>): Promise<ReplyOf<'members.update'>> {
    return this.byHand.update(request);
  }

  @Answers('members.list')
  async list(request: RequestOf<'members.list'>, signal: AbortSignal): Promise<ReplyOf<'members.list'>> {
    return this.members.list(request, signal);
  }

  @Answers('members.get')
  async get({ id }: RequestOf<'members.get'>): Promise<ReplyOf<'members.get'>> {
    return this.members.get(id);
  }

  @Answers('members.briefs')
  async briefs({ ids }: RequestOf<'members.briefs'>): Promise<ReplyOf<'members.briefs'>> {
    return this.members.briefs(ids);
  }

  @Answers('members.confirm-erasure')
  async confirmErasure(
    request: RequestOf<'members.confirm-erasure'>,
  ): Promise<ReplyOf<'members.confirm-erasure'>> {
    return this.confirmations.confirm(request);
  }

  @Answers('members.export')
  async export({ id }: RequestOf<'members.export'>): Promise<ReplyOf<'members.export'>> {
    return this.exports.export(id);
  }

  @Answers('members.erase')
  async erase({ id }: RequestOf<'members.erase'>): Promise<ReplyOf<'members.erase'>> {
    return this.eraser.erase(id);
  }
}
