import type { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { sourceInPieces } from '../../test/tables.ts';
import type { MemberSource } from '../source/source.ts';
import { openInParts, openMembers } from './open-members.ts';

const lines = Array.from({ length: 30_000 }, (_, at) => `m${at},Felt`);

/** A long file, and the streams that were opened of it. */
function watched(): { source: MemberSource; streams: Readable[] } {
  const source = sourceInPieces(['id,skills', ...lines].join('\n'), 65_536);
  const streams: Readable[] = [];
  return {
    streams,
    source: {
      open: () => {
        const stream = source.open();
        streams.push(stream);
        return stream;
      },
    },
  };
}

it('closes a file whose mapping cannot be had', async () => {
  const { source, streams } = watched();
  const unreachable = async (): Promise<undefined> => Promise.reject(new Error('unreachable'));
  await expect(openMembers(source, unreachable)).rejects.toThrow('unreachable');
  expect(streams.map(({ destroyed }) => destroyed)).not.toContain(false);
});

it('closes a file of which no further part is wanted', async () => {
  const { source, streams } = watched();
  const reading = await openInParts(source);
  for await (const part of reading.parts()) {
    expect(part).toHaveLength(500);
    break;
  }
  expect(streams.map(({ destroyed }) => destroyed)).not.toContain(false);
});
