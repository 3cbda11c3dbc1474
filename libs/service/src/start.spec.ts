import { describe, expect, it, jest } from '@jest/globals';
import { serviceLogger } from './start.ts';

describe('serviceLogger', () => {
  function written(level: 'warn' | 'log' | 'verbose', say: (log: ReturnType<typeof serviceLogger>) => void) {
    const lines: string[] = [];
    const keep = (text: unknown) => lines.push(String(text)) > 0;
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation(keep),
    );
    say(serviceLogger('keeper', level, 'json'));
    for (const spy of spies) {
      spy.mockRestore();
    }
    return lines.map((line) => JSON.parse(line) as unknown);
  }

  it('writes what an operator must know, and not how Nest is put together', () => {
    const lines = written('log', (log) => {
      log.log('MessagingModule dependencies initialized', 'InstanceLoader');
      log.log('NATS is back', 'NatsConnectionManager');
      log.debug('detail', 'NatsConnectionManager');
    });
    expect(lines).toEqual([
      expect.objectContaining({ message: 'NATS is back', context: 'NatsConnectionManager' }),
    ]);
  });

  it('keeps to its level', () => {
    const lines = written('warn', (log) => {
      log.log('started', 'Service');
      log.warn('NATS is gone', 'NatsConnectionManager');
      log.error('failed', undefined, 'NatsConnectionManager');
    });
    expect(lines).toHaveLength(2);
  });
});
