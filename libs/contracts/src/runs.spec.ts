import { describe, expect, it } from '@jest/globals';
import { RejectedSave, RejectionKind } from './index.ts';

const rejected = { name: 'Makers', ground: null, reason: 'so', at: '2026-11-20T10:00:00.000Z' };
const kindOf = (kind: string): unknown => RejectedSave.parse({ ...rejected, kind }).kind;

describe('the kinds of rejections', () => {
  it('are read by the names they had before', () => {
    expect(
      ['cut_short', 'own_number', 'foreign_facet', 'other_rule', 'given_up'].map((kind) => kindOf(kind)),
    ).toEqual(['truncated_call', 'literal_number', 'unsupported_facet', 'rule_mismatch', 'retry_limit']);
  });

  it('are read by their own names, and by no other', () => {
    expect(RejectionKind.options.map((kind) => kindOf(kind))).toEqual(RejectionKind.options);
    expect(() => kindOf('unheard_of')).toThrow(/Invalid option/);
  });
});
