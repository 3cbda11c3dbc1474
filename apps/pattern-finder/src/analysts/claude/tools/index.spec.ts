import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { leavesOf, takesUnstorable, uncheckedIds, unstorable } from '@warren/contracts/test/schema-leaves';
import { tools } from './index.ts';
import { inputSchema } from './tool.ts';

describe('the input of every tool', () => {
  const leaves = tools.flatMap(({ name, input }) => leavesOf(name, input));
  const strings = leaves.filter(({ schema }) => schema._zod.def.type === 'string');

  it('has no text that PostgreSQL could not store', () => {
    expect(strings.length).toBeGreaterThan(10);
    expect(leaves.filter(takesUnstorable).map(({ path }) => path)).toEqual([]);
  });

  it.each(Object.entries(unstorable))('rejects %s in every string', (_, text) => {
    for (const { path, schema } of strings) {
      expect([path, z.core.safeParse(schema, text).success]).toEqual([path, false]);
    }
  });

  it('has no id that is larger than any the database assigns', () => {
    const { ids, unchecked } = uncheckedIds(leaves);
    expect(ids).toBeGreaterThan(2);
    expect(unchecked).toEqual([]);
  });

  it('is told once to the model, however often a rule has the schema of a facet key', () => {
    const schema = JSON.stringify(inputSchema(tools.find(({ name }) => name === 'evaluate_rule')!));
    expect(schema.match(/canonical folded label/g)).toHaveLength(1);
    expect(schema).toContain('"$defs"');
  });
});
