import { zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { MemberFileInvalid } from '../../source/source.ts';
import { unzip } from '../zip.ts';
import type { ZipEntry } from '../zip.ts';
import { lineFeeds, momentText, numberText, truthText } from './cell-text.ts';
import { fillMerges } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { sheetPartsOf } from './workbook-parts.ts';

/**
 * The sheets of an Excel workbook as texts.
 * @throws MemberFileInvalid if it cannot be read or is larger than a limit
 */
export async function readXlsx(zip: Buffer, entries: readonly ZipEntry[]): Promise<Sheet[]> {
  const parts = unzip(
    zip,
    entries.filter(
      ({ name }) => /\.(xml|rels)$/i.test(name) && !/(^|\/)(media|drawings|theme)\//i.test(name),
    ),
  );
  const sheetParts = sheetPartsOf(parts);
  return (await sheetsOf(parts)).map(({ sheet: name, data }, at) => {
    const part = sheetParts[at];
    const grid = data.map((row) => row.map(textOf));
    fillMerges(grid, part?.merges ?? []);
    return { name, isHidden: part?.isHidden ?? false, grid };
  });
}

/** Gives the reader what was unpacked within the limits, since it unpacks without any. */
async function sheetsOf(
  parts: ReadonlyMap<string, Buffer>,
): ReturnType<typeof readWorkbook<NumberAsWritten>> {
  const stored = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    return await readWorkbook<NumberAsWritten>(
      Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength),
      {
        parseNumber: (written) => ({ written }),
      },
    );
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new MemberFileInvalid(
      `the Excel workbook cannot be read (${problem}): open it in a spreadsheet program and save it as .xlsx or CSV`,
      { cause: error },
    );
  }
}

/** A number with the digits that the file has. */
interface NumberAsWritten {
  written: string;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') {
    return lineFeeds(value);
  }
  if (typeof value === 'boolean') {
    return truthText(value);
  }
  if (value instanceof Date) {
    return momentText(value);
  }
  if (typeof value === 'object' && value !== null && 'written' in value) {
    return numberText(String(value.written));
  }
  return '';
}
