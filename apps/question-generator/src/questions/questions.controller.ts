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
import { QuestionEraser } from './question-erasure.ts';
import { QuestionExport } from './question-export.ts';
import { QuestionsService } from './questions.service.ts';

/**
 * Consumes events about patterns and members, and answers `questions.*`. Events are only hints, since anybody may publish
 * them: the current pattern, and the confirmation of an eraser, are requested from the services that own them.
 */
@Controller()
export class QuestionsController {
  constructor(
    private readonly inbox: Inbox,
    private readonly requests: RequestClient,
    private readonly questions: QuestionsService,
    private readonly eraser: QuestionEraser,
    private readonly exports: QuestionExport,
  ) {}

  @Consumes('pattern.saved')
  async patternSaved({ pattern_id }: PatternSaved, { messageId }: JetStreamContext): Promise<void> {
    const lastSeen = await this.questions.lastVersionSeen(pattern_id);
    const pattern = await this.currentPattern(pattern_id);
    if (pattern !== undefined) {
      await this.inbox.once(messageId, (em) => this.questions.applyPatternVersion(em, pattern, lastSeen));
    }
  }

  @Consumes('members.changed')
  async membersChanged(change: MembersChanged): Promise<void> {
    if (await isConfirmedErasure(this.requests, change)) {
      await this.eraser.erase(change.erased_member_ids, change.erased_passages);
    }
  }

  @Answers('questions.list')
  async list(query: RequestOf<'questions.list'>): Promise<ReplyOf<'questions.list'>> {
    return { questions: await this.questions.list(query) };
  }

  @Answers('questions.export-member')
  async export(query: RequestOf<'questions.export-member'>): Promise<ReplyOf<'questions.export-member'>> {
    return this.exports.export(query);
  }

  /** Requests a pattern from pattern-finder; undefined if it does not exist. */
  private async currentPattern(id: number): Promise<Pattern | undefined> {
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
