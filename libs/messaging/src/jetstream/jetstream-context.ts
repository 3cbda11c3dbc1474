import { BaseRpcContext } from '@nestjs/microservices';

/** Context of the message that a `@Consumes` handler works on. */
export class JetStreamContext extends BaseRpcContext<[string]> {
  /** Hooks that run just before each heartbeat; where one throws, that heartbeat is not sent. */
  readonly beforeHeartbeat: (() => Promise<void>)[] = [];
  readonly subject: string;
  /** `ce-id` of the message, the same for every delivery and every copy. */
  readonly messageId: string;
  /** Fires when this process shuts down: hand the work back. */
  readonly signal: AbortSignal;

  constructor(subject: string, messageId: string, signal: AbortSignal) {
    super([subject]);
    this.subject = subject;
    this.messageId = messageId;
    this.signal = signal;
  }
}
