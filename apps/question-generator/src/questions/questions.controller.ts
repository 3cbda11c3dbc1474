import { Controller } from '@nestjs/common';
import { PatternNotFound } from '@warren/contracts';
import type { MembersChanged, Pattern, PatternSaved, ReplyOf, RequestOf } from '@warren/contracts';
import {
  Answers,
  Consumes,
  Inbox,
  JetStreamContext,
  RequestClient,
  isConfirmedErasure,
} from '@warren/messaging';
import { QuestionErasure } from './question-erasure.ts';
import { QuestionsService } from './questions.service.ts';

/**
 * Hears of patterns and members, answers for the questions. What it hears is a hint, since anybody may publish it: what a
 * pattern says now, and whether an erasure was told, is asked of the services that know.
 */
@Controller()
export class QuestionsController {
  constructor(
    private readonly inbox: Inbox,
    private readonly requests: RequestClient,
    private readonly questions: QuestionsService,
    private readonly erasure: QuestionErasure,
  ) {}

  @Consumes('pattern.saved')
  async patternSaved({ pattern_id }: PatternSaved, { messageId }: JetStreamContext): Promise<void> {
    const seen = await this.questions.versionSeen(pattern_id);
    const pattern = await this.patternNow(pattern_id);
    if (pattern !== undefined) {
      await this.inbox.once(messageId, (em) => this.questions.applyPatternVersion(em, pattern, seen));
    }
  }

  @Consumes('members.changed')
  async membersChanged(change: MembersChanged): Promise<void> {
    if (await isConfirmedErasure(this.requests, change)) {
      await this.erasure.erase(change.erased_member_ids, change.erased_passages);
    }
  }

  @Answers('questions.list')
  async list(query: RequestOf<'questions.list'>): Promise<ReplyOf<'questions.list'>> {
    return { questions: await this.questions.list(query) };
  }

  /** The pattern as pattern-finder has it; undefined where it has none of this id. */
  private async patternNow(id: number): Promise<Pattern | undefined> {
    try {
      return await this.requests.ask('patterns.get', { id });
    } catch (error) {
      if (error instanceof PatternNotFound) {
        return undefined;
      }
      throw error;
    }
  }
}
