import { BaseRpcContext } from '@nestjs/microservices';

/** What a `@Consumes` handler may know and steer of the message it works on. */
export class JetStreamContext extends BaseRpcContext<[string]> {
  /** Hooks that run just before each sign of life; where one throws, that sign is not given. */
  readonly beforeHeartbeat: (() => Promise<void>)[] = [];
  readonly subject: string;
  /** `ce-id` of the message; the same for every delivery and every copy. */
  readonly messageId: string;
  /** Aborted when this process is asked to stop: hand the work back. */
  readonly signal: AbortSignal;

  constructor(subject: string, messageId: string, signal: AbortSignal) {
    super([subject]);
    this.subject = subject;
    this.messageId = messageId;
    this.signal = signal;
  }
}
