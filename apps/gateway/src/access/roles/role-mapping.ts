import { z } from 'zod';
import { Role, includesRole } from '@warren/contracts';

/** Roles by the value that grants them: a role of the provider, or a group. A value may stand more than once. */
export type RoleMapping = readonly (readonly [value: string, role: Role])[];

/** Mapping where the operator sets none. */
export const usualRoles: RoleMapping = Role.options.map((role) => [`warren-${role}`, role]);

const example = 'viewer=warren-viewer,operator=warren-operator,admin=warren-admin';

/** `viewer=staff,operator=staff-it`: each role with a value that grants it, comma separated. */
export const RoleMappingText = z.string().transform((text, context): RoleMapping => {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) {
    context.addIssue({
      code: 'custom',
      message: `names no role: nobody could do anything; e.g. ${example}`,
    });
  }
  return entries.flatMap((entry): RoleMapping => {
    const at = entry.indexOf('=');
    const role = Role.safeParse(entry.slice(0, Math.max(at, 0)).trim());
    const value = entry.slice(at + 1).trim();
    if (!role.success || value === '') {
      context.addIssue({
        code: 'custom',
        message: `"${entry}" is not ROLE=VALUE with a role of ${Role.options.join(', ')}`,
      });
      return [];
    }
    return [[value, role.data]];
  });
});

/** Returns the highest role that any of the values grants; undefined where none does. */
export function highestRole(values: readonly string[], mapping: RoleMapping): Role | undefined {
  return mapping
    .filter(([value]) => values.includes(value))
    .map(([, role]) => role)
    .reduce<Role | undefined>(
      (highest, role) => (highest === undefined || includesRole(role, highest) ? role : highest),
      undefined,
    );
}
