import { Ctx, EventPattern, Payload, RpcException } from '@nestjs/microservices';
import type { StreamBody, StreamSubject } from '@warren/contracts';
import type { JetStreamContext } from './jetstream-context.ts';

/** Transport id of handlers that JetStream serves, so that Nest binds them to no other server. */
export const jetstreamTransport = Symbol('jetstream');

/**
 * Makes a controller's method a durable consumer of a stream subject: the message is acknowledged after it returns,
 * redelivered with a growing delay where it throws, and parked where it keeps failing or cannot be read.
 */
export function Consumes<S extends StreamSubject>(subject: S, settings: { concurrency?: number } = {}) {
  return <H extends (body: StreamBody<S>, context: JetStreamContext) => Promise<void>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    const handle = descriptor.value;
    if (handle === undefined) {
      throw new TypeError(`@Consumes('${subject}') decorates something that is not a method`);
    }
    const replaced: PropertyDescriptor = descriptor;
    replaced.value = async function (
      this: unknown,
      body: StreamBody<S>,
      context: JetStreamContext,
    ): Promise<void> {
      try {
        await handle.call(this, body, context);
      } catch (error) {
        // Nest turns any other error into "Internal server error" on the way to the server that settles the message.
        throw new RpcException(error instanceof Error ? error : new Error(String(error)));
      }
    };
    EventPattern(subject, jetstreamTransport, settings)(target, key, replaced);
    // Nest passes the context only to a decorated parameter.
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
  };
}
