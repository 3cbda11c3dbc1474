import { isMap, parseAllDocuments } from 'yaml';
import type { ScalarTag } from 'yaml';
import { MemberFileInvalid } from '../../source/source.ts';
import type { MemberSource } from '../../source/source.ts';
import { textOf } from '../../source/text.ts';
import type { Table } from '../../table/table.ts';
import { bytesOf, sourceOfBytes } from '../bytes.ts';
import { largestYaml } from '../limits.ts';
import { openJson } from './json.ts';

/**
 * Opens a YAML file of the shapes that JSON files have; several documents are members one after another.
 * @throws MemberFileInvalid if it is broken, too large, or has nothing that can be members
 */
export async function openYaml(source: MemberSource): Promise<Table> {
  const bytes = await bytesOf(source, largestYaml, 'the YAML file');
  let text = '';
  for await (const piece of textOf(sourceOfBytes(bytes))) {
    text += piece;
  }
  const values = valuesOf(text);
  // a list after a list, as of several exports in one file, is one list
  const members = values.length > 1 ? values.flat() : values[0];
  const json = Array.isArray(members) ? members.map((member) => JSON.stringify(member)) : undefined;
  return openJson(
    sourceOfBytes(Buffer.from(json === undefined ? JSON.stringify(members) : `[${json.join(',\n')}]`)),
    'YAML',
  );
}

function valuesOf(text: string): unknown[] {
  try {
    return parseAllDocuments(text, {
      customTags: (tags) => [...tags.filter(isNoNumber), exactNumber],
      merge: true,
      // its check compares each key with each other of its map, which may be one of all members
      uniqueKeys: false,
    })
      .map((document) => {
        const [error] = document.errors;
        if (error !== undefined) {
          throw error;
        }
        refuseRepeatedKeys(document.contents);
        const value: unknown = document.toJS();
        return value;
      })
      .filter((value) => value !== null && value !== undefined);
  } catch (error) {
    const [problem] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    throw new MemberFileInvalid(`the YAML cannot be read: ${problem}`, { cause: error });
  }
}

/** Refuses keys that repeat at the outermost level: lines of "key: value" for each member are no YAML. */
function refuseRepeatedKeys(contents: unknown): void {
  const keys = new Set<string>();
  for (const { key } of isMap(contents) ? contents.items : []) {
    const name = String(key);
    if (keys.has(name)) {
      throw new Error(`"${name}" stands twice; put "---" or "- " before each member`);
    }
    keys.add(name);
  }
}

function isNoNumber(tag: unknown): boolean {
  const name = typeof tag === 'object' && tag !== null && 'tag' in tag ? String(tag.tag) : '';
  return !/:(int|float)$/.test(name);
}

/** Numbers that lose nothing by being numbers: 007, 1e5 and twenty digits stay texts. */
const exactNumber: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/,
  resolve: (text) => (String(Number(text)) === text ? Number(text) : text),
};
