import { Readable } from 'node:stream';
import type { MemberFormat } from '@warren/contracts';
import { readMembers } from '../src/index.ts';
import type { MemberSource, ReadLine } from '../src/index.ts';

export { readMembers };

/** A source of the given bytes, cut into pieces of `size` bytes, so that lines and characters are split. */
function sourceOf(content: string | Buffer, size = 7): MemberSource {
  const bytes = Buffer.from(content);
  return {
    open: () =>
      Readable.from(
        (function* pieces() {
          for (let at = 0; at < bytes.length; at += size) {
            yield bytes.subarray(at, at + size);
          }
        })(),
        { objectMode: false },
      ),
  };
}

/** Reads all lines of a content. */
export async function readAll(
  content: string | Buffer,
  format: MemberFormat,
  size?: number,
): Promise<ReadLine[]> {
  const lines: ReadLine[] = [];
  for await (const line of readMembers(sourceOf(content, size), format)) {
    lines.push(line);
  }
  return lines;
}

/** The accepted lines, as `[line, record]`. */
export function accepted(lines: readonly ReadLine[]): [number, Record<string, unknown>][] {
  return lines.flatMap((line) =>
    'record' in line ? [[line.line, line.record] as [number, Record<string, unknown>]] : [],
  );
}

/** The rejected lines, as `[line, reason]`. */
export function rejected(lines: readonly ReadLine[]): [number, string][] {
  return lines.flatMap((line) =>
    'rejected' in line ? [[line.line, line.rejected.reason] as [number, string]] : [],
  );
}
