import { describe, expect, it } from '@jest/globals';
import { RoleMappingText, highestRole, usualRoles } from './role-mapping.ts';

describe('a mapping of roles', () => {
  it('is by default that of three roles by their names', () => {
    expect(highestRole(['warren-viewer'], usualRoles)).toBe('viewer');
    expect(highestRole(['warren-admin', 'warren-viewer'], usualRoles)).toBe('admin');
  });

  it('grants the highest role of several, in whatever order they come', () => {
    const mapping = RoleMappingText.parse(
      'admin=/it/root, viewer = everybody, operator=cn=ops, operator=everybody',
    );
    expect(highestRole(['everybody'], mapping)).toBe('operator');
    expect(highestRole(['cn=ops'], mapping)).toBe('operator');
    expect(highestRole(['/it/root', 'everybody'], mapping)).toBe('admin');
    expect(highestRole(['everybody', '/it/root'], mapping)).toBe('admin');
  });

  it('grants nothing for another value, nor for one in another case', () => {
    expect(highestRole([], usualRoles)).toBeUndefined();
    expect(highestRole(['admin', 'Warren-Admin', 'warren-admin ', 'toString'], usualRoles)).toBeUndefined();
  });

  it.each(['', ' , ', 'warren-admin', 'root=warren-admin', 'admin=', '=warren-admin', 'Admin=x'])(
    'cannot be read from %j',
    (text) => {
      expect(RoleMappingText.safeParse(text).success).toBe(false);
    },
  );
});
