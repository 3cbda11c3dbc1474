import { isRecord } from '../../cells/value.ts';
import { MemberFileInvalid, tooLong } from '../../source/source.ts';
import type { MemberSource } from '../../source/source.ts';
import { textOf } from '../../source/text.ts';
import type { Table } from '../../table/table.ts';
import { choosePlace, enoughObjects, isPeople } from './choose-place.ts';
import type { Choice } from './choose-place.ts';
import { JsonItems } from './json-items.ts';
import type { JsonItem } from './json-items.ts';
import { JsonPlaces } from './json-places.ts';
import type { Place } from './json-places.ts';
import { JsonBroken, tokensOf } from './json-text.ts';
import { rejectRow, tableOfRecords } from './record-table.ts';
import type { ReadRecord } from './record-table.ts';

/** Records handed out together. */
const batchSize = 500;

/**
 * Opens a file with a list of members, bare or under any key, a map of members by their ids, or members one after another.
 * If the JSON is broken, the items before the break are kept and one rejection says where it broke.
 * @throws MemberFileInvalid if nothing in it can be members
 */
export async function openJson(source: MemberSource, format = 'JSON'): Promise<Table> {
  const { place, notes } = await placeOf(source, format);
  return tableOfRecords({ format, position: 'item', notes, read: () => readItems(source, place) });
}

async function placeOf(source: MemberSource, format: string): Promise<Choice> {
  const places = new JsonPlaces();
  let broken = '';
  let line = 1;
  try {
    for await (const read of tokensOf(source)) {
      line = read.line;
      for (const token of read.tokens) {
        places.take(token);
      }
      if (places.candidates.some((candidate) => candidate.objects > enoughObjects && isPeople(candidate))) {
        break;
      }
    }
  } catch (error) {
    if (!(error instanceof JsonBroken)) {
      throw error;
    }
    broken = `; this one is not valid JSON near line ${error.line ?? line}: ${error.message}`;
  }
  const choice = choosePlace(places);
  if (choice === undefined) {
    const keys = [...places.rootKeys].slice(0, 20).join(', ');
    const has = keys === '' ? '' : ` (it has: ${keys.slice(0, 300).toWellFormed()})`;
    throw new MemberFileInvalid(
      `a ${format} file must hold a list of members: [{…}, {…}] or {"members": [{…}, {…}]}${broken || has}`,
    );
  }
  return choice;
}

async function* readItems(source: MemberSource, place: Place): AsyncGenerator<ReadRecord[]> {
  const items = new JsonItems(place);
  let batch: ReadRecord[] = [];
  let number = 0;
  const add = (item: JsonItem): void => {
    number += 1;
    batch.push(recordOf(number, item, place));
  };
  try {
    for await (const piece of textOf(source)) {
      items.take(piece, add);
      if (batch.length >= batchSize) {
        yield batch;
        batch = [];
      }
    }
    items.finish(add);
    if (items.depth > 0) {
      batch.push(
        rejectRow(
          number + 1,
          `the JSON ends too early, at line ${items.line}; the items before it were read`,
        ),
      );
    }
  } catch (error) {
    if (!(error instanceof JsonBroken)) {
      throw error;
    }
    const where = `near line ${error.line ?? items.line}: ${error.message}`;
    batch.push(rejectRow(number + 1, `the JSON is broken ${where}; the items before it were read`));
  }
  if (batch.length > 0) {
    yield batch;
  }
}

function recordOf(line: number, item: JsonItem, place: Place): ReadRecord {
  if ('tooLong' in item) {
    return rejectRow(line, tooLong);
  }
  const { value, key } = item;
  if (!isRecord(value)) {
    return rejectRow(line, 'is not a JSON object: write each member as {"email": …}');
  }
  return { line, record: place.kind === 'map' ? withKey(value, key) : value };
}

/** A record of a map, with its key as id, or as address where it is one, if the record has none of its own. */
function withKey(record: Record<string, unknown>, key: string): Record<string, unknown> {
  const name = key.includes('@') ? 'email' : 'id';
  const hasOwn = Object.keys(record).some((field) => field.toLowerCase() === name);
  return hasOwn ? record : { [name]: key, ...record };
}
