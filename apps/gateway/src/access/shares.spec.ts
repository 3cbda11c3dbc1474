import { expect, it } from '@jest/globals';
import { ServiceUnavailable, TooManyRequests } from '@warren/contracts';
import { clientKey } from './client-key.ts';
import { Shares } from './shares.ts';

const explain = (count: number): string => `${count} are in use.`;

it('leaves something for others, however much one client asks for', () => {
  const shares = new Shares({ total: 4, share: 0.5, explain });
  const back = shares.take('a');
  shares.take('a');
  expect(() => shares.take('a')).toThrow(TooManyRequests);
  expect(() => shares.take('a')).toThrow('2 are in use.');
  shares.take('b');
  back();
  back();
  shares.take('a');
  shares.take('c');
  expect(() => shares.take('d')).toThrow(ServiceUnavailable);
});

it('gives each client one at least, and nothing when all are in use', () => {
  const shares = new Shares({ total: 3, share: 0.1, explain });
  const taken = ['a', 'b', 'c'].map((client) => shares.take(client));
  expect(() => shares.take('d')).toThrow(ServiceUnavailable);
  taken[1]?.();
  expect(() => shares.take('a')).toThrow(TooManyRequests);
  shares.take('d');
});

it('counts principals by who they are, and who uses the machine itself by address', () => {
  const local = { id: 'local', name: 'this machine', kind: 'local', role: 'admin' } as const;
  const person = { id: 'p1', name: 'Ada', kind: 'person', role: 'viewer' } as const;
  const keys = [
    clientKey({ principal: local, ip: '127.0.0.1' }),
    clientKey({ principal: local, ip: '::ffff:127.0.0.1' }),
    clientKey({ principal: local, ip: '127.0.0.2' }),
    clientKey({ principal: person, ip: '127.0.0.1' }),
    clientKey({ principal: person, ip: '10.0.0.7' }),
    clientKey({ principal: null, ip: '2001:db8::1' }),
    clientKey({ principal: null, ip: '2001:db8::2' }),
  ];
  expect(new Set(keys).size).toBe(4);
  expect([keys[0] === keys[1], keys[3] === keys[4], keys[5] === keys[6]]).toEqual([true, true, true]);
});
