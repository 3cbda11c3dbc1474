import { ColumnRole } from '@warren/contracts';
import type { ColumnMapping, ColumnReport } from '@warren/contracts';
import { memberFieldNames } from '../../field-names.ts';

/** Names of the roles that a column can have, as people choose them. */
export const roleNames: Record<ColumnRole, string> = {
  ...memberFieldNames,
  full_name: 'Full name',
  prompt_responses: 'Question: keep the answer',
  membership_status: 'Membership: active, paused, left …',
  is_public: 'Public: yes or no',
  opt_out: 'Wants to stay private: yes or no',
  level: 'Level of the skill in the same row',
  bot: 'No person: yes or no',
  ignored: 'Ignore',
};

const groups: readonly [string, readonly ColumnRole[]][] = [
  [
    'Patterns are found in',
    [
      'skills',
      'interests',
      'looking_for',
      'all_traits',
      'role',
      'roles',
      'location',
      'bio',
      'prompt_responses',
      'level',
    ],
  ],
  [
    'Who it is',
    ['full_name', 'first_name', 'last_name', 'email', 'external_id', 'company', 'website', 'urls'],
  ],
  ['Membership', ['membership_status', 'is_public', 'opt_out', 'consents', 'bot']],
];

/** The list fields that a tick in a column can add a label to. */
const ticked = ['skills', 'interests', 'looking_for', 'all_traits', 'roles'] as const;

/** How a column is read, as the value of a chooser: a role, `tick:` and a role, or `auto` to let Warren decide. */
export type RoleValue = ColumnRole | `tick:${ColumnRole}` | 'auto';

/** A choice of how to read a column. */
export interface RoleOption {
  value: RoleValue;
  name: string;
  group?: string;
}

/** The choices for a column. `canReset`: whether somebody chose before, so that this can be taken back. */
export function roleOptions(column: ColumnReport, canReset: boolean): RoleOption[] {
  const label = tickLabel(column);
  const ticks = new Set<ColumnRole>([...ticked, ...(column.option === undefined ? [] : [column.role])]);
  return [
    ...(canReset ? [{ value: 'auto' as const, name: 'Let Warren decide' }] : []),
    { value: 'ignored', name: roleNames.ignored },
    ...groups.flatMap(([group, roles]) => roles.map((value) => ({ value, name: roleNames[value], group }))),
    ...(label === ''
      ? []
      : [...ticks].map((role) => ({
          value: `tick:${role}` as const,
          name: `A tick means “${label}” in ${roleNames[role]}`,
          group: 'One column for each answer',
        }))),
  ];
}

/** The value of the chooser of a column as it is read. */
export function roleValue({ role, option }: Pick<ColumnReport, 'role' | 'option'>): RoleValue {
  return option === undefined ? role : `tick:${role}`;
}

/** The value of the chooser of a column whose correction is not yet applied. */
export function chosenValue(column: ColumnReport, mapping: ColumnMapping): RoleValue {
  const choice = isCorrected(mapping, column) ? mapping[column.name] : undefined;
  if (choice === undefined) {
    return roleValue(column);
  }
  return typeof choice === 'string' ? choice : `tick:${choice.role}`;
}

/** Whether the corrections name the column; its name may be that of a property of every object. */
export function isCorrected(mapping: ColumnMapping, { name }: Pick<ColumnReport, 'name'>): boolean {
  return Object.hasOwn(mapping, name);
}

/** The corrections with another one for a column. */
export function corrected(mapping: ColumnMapping, column: ColumnReport, value: RoleValue): ColumnMapping {
  const { [column.name]: _before, ...others } = mapping;
  if (value === 'auto') {
    return others;
  }
  return { ...others, [column.name]: choiceOf(column, value) };
}

function choiceOf(column: ColumnReport, value: Exclude<RoleValue, 'auto'>): ColumnMapping[string] {
  if (!value.startsWith('tick:')) {
    return ColumnRole.parse(value);
  }
  return { role: ColumnRole.parse(value.slice('tick:'.length)), option: tickLabel(column) };
}

/** The label that a tick in the column adds: the one that Warren read, else the heading. */
function tickLabel({ option, heading }: ColumnReport): string {
  return (option ?? heading).trim().slice(0, 500);
}
