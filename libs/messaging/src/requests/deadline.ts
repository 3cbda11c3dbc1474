import type { MsgHdrs } from '@nats-io/transport-node';
import { z } from 'zod';
import { requests } from '@warren/contracts';
import type { RequestSubject } from '@warren/contracts';
import { headerIn } from '../wire/headers-in.ts';
import { contractOf } from './answers.ts';

/** Header of a request: the milliseconds that its caller waits. A duration, not a time, since clocks differ. */
export const deadlineHeader = 'deadline-ms';

/** Longest delay of a timer. */
const longestMs = 2 ** 31 - 1;
const DeadlineMs = z.coerce.number().int().min(1).max(longestMs);

/** Returns the milliseconds that the caller of a request waits: by its header, else by the contract. */
export function deadlineOf(subject: string, head: MsgHdrs | undefined): number {
  const given = DeadlineMs.safeParse(headerIn(head, deadlineHeader));
  if (given.success) {
    return given.data;
  }
  return isRequestSubject(subject) ? contractOf(subject).deadline_ms : longestMs;
}

function isRequestSubject(subject: string): subject is RequestSubject {
  return subject in requests;
}
