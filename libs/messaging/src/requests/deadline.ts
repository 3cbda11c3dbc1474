import { requests } from '@warren/contracts';
import type { RequestSubject } from '@warren/contracts';
import type { MsgHdrs } from '@nats-io/transport-node';
import { z } from 'zod';
import { headerIn } from '../wire/headers-in.ts';
import { contractOf } from './answers.ts';

/** Header of a request: how many milliseconds its caller waits. A duration and no time, since clocks differ. */
export const deadlineHeader = 'deadline-ms';

/** What a timer can hold. */
const mostMs = 2 ** 31 - 1;
const DeadlineMs = z.coerce.number().int().min(1).max(mostMs);

/** How long the caller of a request waits, in milliseconds: as its header says, else as the contract does. */
export function deadlineOf(subject: string, head: MsgHdrs | undefined): number {
  const told = DeadlineMs.safeParse(headerIn(head, deadlineHeader));
  if (told.success) {
    return told.data;
  }
  return isRequestSubject(subject) ? contractOf(subject).deadline_ms : mostMs;
}

function isRequestSubject(subject: string): subject is RequestSubject {
  return subject in requests;
}
