import { Controller } from '@nestjs/common';
import type { MembersChanged, PatternSaved, ReplyOf, RequestOf } from '@warren/contracts';
import { Answers, Consumes, Inbox, JetStreamContext } from '@warren/messaging';
import { QuestionsService } from './questions.service.ts';

/** Hears of patterns and members, answers for the questions. */
@Controller()
export class QuestionsController {
  constructor(
    private readonly inbox: Inbox,
    private readonly questions: QuestionsService,
  ) {}

  @Consumes('pattern.saved')
  async patternSaved(pattern: PatternSaved, { messageId }: JetStreamContext): Promise<void> {
    await this.inbox.once(messageId, (em) => this.questions.keepUp(em, pattern));
  }

  @Consumes('members.changed')
  async membersChanged(
    { erased_member_ids }: MembersChanged,
    { messageId }: JetStreamContext,
  ): Promise<void> {
    await this.inbox.once(messageId, (em) => this.questions.forgetMembers(em, erased_member_ids));
  }

  @Answers('questions.list')
  async list(query: RequestOf<'questions.list'>): Promise<ReplyOf<'questions.list'>> {
    return { questions: await this.questions.list(query) };
  }
}
