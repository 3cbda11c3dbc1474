import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFile } from '../../test/members.ts';
import {
  cardFields,
  cards,
  delimited,
  gridOf,
  headings,
  packed,
  recordFiles,
  textForms,
  workbooks,
  writtenMembers,
} from '../../test/written-members.ts';
import type { ListNotation, WrittenMember } from '../../test/written-members.ts';

/** The filled fields of a member, its lists in alphabetical order. */
function filled(member: object, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(member).flatMap(([field, value]): [string, unknown][] => {
      const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
      if (!fields.includes(field) || isEmpty) {
        return [];
      }
      return [[field, Array.isArray(value) ? value.toSorted() : value]];
    }),
  );
}

async function expectRead(
  content: Buffer,
  members: readonly WrittenMember[],
  fields: readonly string[],
): Promise<void> {
  const read = await readFile(content, { size: 1000 });
  const everyField = Object.keys(members[0] ?? {});
  expect({
    members: read.members.map((member) => filled(member, everyField)),
    rejected: read.rejected,
    without: read.without,
  }).toEqual({ members: members.map((member) => filled(member, fields)), rejected: [], without: [] });
}

const wordings = fc.constantFrom(...Object.values(headings));
const notations = fc.constantFrom<ListNotation>('json', 'semicolons', 'line feeds', 'options');

describe('the members that are read are those that were written', () => {
  it('as delimited text of any form', async () => {
    await fc.assert(
      fc.asyncProperty(
        writtenMembers,
        wordings,
        notations,
        textForms,
        fc.boolean(),
        async (written, names, notation, form, isPacked) => {
          const grid = gridOf({ ...written, names, notation });
          await expectRead(packed(delimited(grid, form), isPacked), written.members, written.fields);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each(Object.keys(workbooks))('as %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(writtenMembers, wordings, notations, async (written, names, notation) => {
        const grid = gridOf({ ...written, names, notation });
        const bytes = await workbooks[kind]?.(grid);
        await expectRead(packed(bytes ?? '', false), written.members, written.fields);
      }),
      { numRuns: 15 },
    );
  });

  it.each(Object.keys(recordFiles))('as %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(writtenMembers, wordings, fc.boolean(), async (written, names, isPacked) => {
        const text = recordFiles[kind]?.({ ...written, names, notation: 'json' }) ?? '';
        await expectRead(packed(text, isPacked), written.members, written.fields);
      }),
      { numRuns: 50 },
    );
  });

  it('as cards', async () => {
    await fc.assert(
      fc.asyncProperty(
        writtenMembers,
        fc.constantFrom('3.0', '4.0'),
        fc.boolean(),
        async ({ members }, version, isPacked) => {
          await expectRead(packed(cards(members, version), isPacked), members, cardFields);
        },
      ),
      { numRuns: 50 },
    );
  });
});
