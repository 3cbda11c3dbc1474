import type { ParkedMessages } from './parked-messages.ts';

/** What a service tells Prometheus of the messages it set aside. */
export function parkedFigures(parked: ParkedMessages) {
  return [
    {
      name: 'warren_parked_messages',
      help: 'Messages that this service could not handle and set aside, by subject.',
      label: 'subject',
      read: async () =>
        (await parked.bySubject()).map(({ subject, messages }) => ({ of: subject, value: messages })),
    },
  ];
}
