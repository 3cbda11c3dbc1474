import type { MsgHdrs } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import { Ctx, MessagePattern, NatsContext, Payload, RpcException, Transport } from '@nestjs/microservices';
import { from } from 'rxjs';
import type { Observable } from 'rxjs';
import { ZodError } from 'zod';
import type { z } from 'zod';
import { InvalidRequest, InternalError, ServiceError, requests, toWireError } from '@warren/contracts';
import type { ReplyOf, RequestOf, RequestSubject } from '@warren/contracts';
import { headerIn } from '../wire/headers-in.ts';
import { withTrace } from '../wire/trace.ts';
import { receiverOfFailures, requestSignal } from './in-flight-requests.ts';
import { splitReply } from './packets.ts';
import type { ReplyPart } from './packets.ts';

const logger = new Logger('Answers');

/**
 * Makes a controller's method the handler of a request subject. The request is parsed before it is called and the reply
 * before it is sent; a large reply is sent in parts; a ServiceError arrives at the caller as the class that was thrown.
 * The method's second parameter, if it has one, is a signal that fires when the caller gave up or its deadline has passed.
 */
export function Answers<S extends RequestSubject>(subject: S) {
  return <H extends (request: RequestOf<S>, signal: AbortSignal) => Promise<ReplyOf<S>>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    const handle = descriptor.value;
    if (handle === undefined) {
      throw new TypeError(`@Answers('${subject}') decorates something that is not a method`);
    }
    const answer = async function (
      this: unknown,
      raw: unknown,
      context: unknown,
    ): Promise<Observable<ReplyPart>> {
      const trace = context instanceof NatsContext ? headerOf(context, 'traceparent') : undefined;
      const signal = requestSignal();
      return withTrace(trace, async () => {
        try {
          signal.throwIfAborted();
          const request = parseRequest(subject, raw);
          const reply = await handle.call(this, request, signal).catch(async (error: unknown) => {
            if (!signal.aborted) {
              await receiverOfFailures()?.failed(subject, request, error);
            }
            throw error;
          });
          return from(splitReply(parseReply(subject, reply)));
        } catch (error) {
          if (signal.aborted) {
            // The error of a handler that was stopped is no failure.
            logger.debug(`${subject} was stopped: ${String(signal.reason)}`);
            throw new RpcException(toWireError(signal.reason));
          }
          if (!(error instanceof ServiceError)) {
            logger.error(`${subject} failed`, error instanceof Error ? error.stack : error);
          }
          throw new RpcException(toWireError(error));
        }
      });
    };
    const replaced: PropertyDescriptor = descriptor;
    replaced.value = answer;
    MessagePattern(subject, Transport.NATS)(target, key, replaced);
    // Nest passes the context only to a decorated parameter.
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
  };
}

function headerOf(context: NatsContext, name: string): string | undefined {
  const headers: unknown = context.getHeaders();
  return areHeaders(headers) ? headerIn(headers, name) : undefined;
}

/** Nest types the headers as any; a message may have none. */
function areHeaders(value: unknown): value is MsgHdrs {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';
}

function parseRequest<S extends RequestSubject>(subject: S, raw: unknown): RequestOf<S> {
  const parsed = contractOf(subject).request.safeParse(raw);
  if (!parsed.success) {
    throw InvalidRequest.of(fieldErrors(parsed.error));
  }
  return parsed.data;
}

function parseReply<S extends RequestSubject>(subject: S, reply: unknown): ReplyOf<S> {
  const parsed = contractOf(subject).reply.safeParse(reply);
  if (!parsed.success) {
    throw new InternalError(`The reply to ${subject} breaks its contract`, {}, { cause: parsed.error });
  }
  return parsed.data;
}

interface Contract<S extends RequestSubject> {
  request: z.ZodType<RequestOf<S>>;
  reply: z.ZodType<ReplyOf<S>>;
  deadline_ms: number;
}

/** Returns the contract of a subject, typed by the subject: TypeScript cannot relate an indexed table to its key. */
export function contractOf<S extends RequestSubject>(subject: S): Contract<S> {
  const contract: unknown = requests[subject];
  return contract as Contract<S>;
}

/** Lists the problems that a schema found, by field. */
export function fieldErrors(error: ZodError): { field: string; message: string }[] {
  return error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }));
}
