import type { ReadingReport } from '@warren/contracts';
import { anonymousPrefix } from '@warren/member-files';

/**
 * Who may be cancelled for being absent from a file: everybody if the import says so; else the anonymous rows of earlier
 * files with this header, which a file of anonymous rows replaces; undefined if nobody.
 */
export function absentAmong(
  absent: 'keep' | 'cancel',
  { identity, source }: Pick<ReadingReport, 'identity' | 'source'>,
): string | undefined {
  if (absent === 'cancel') {
    return '';
  }
  return identity.includes('line') ? anonymousPrefix(source) : undefined;
}
