import type { ParkedMessages } from './parked-messages.ts';

/** Prometheus metrics of the parked messages (dead letters). */
export function parkedFigures(parked: ParkedMessages) {
  return [
    {
      name: 'warren_parked_messages',
      help: 'Messages that this service could not handle and parked, by subject.',
      label: 'subject',
      read: async () =>
        (await parked.bySubject()).map(({ subject, messages }) => ({ of: subject, value: messages })),
    },
  ];
}
