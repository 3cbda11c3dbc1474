import { MemberField } from '@warren/contracts';
import type { MemberLine } from '@warren/contracts';
import { Chips } from '../../../ui/chips.tsx';
import { Section } from '../../../ui/section.tsx';
import { memberFieldNames } from '../../field-names.ts';
import { statusNames } from '../../membership-text.ts';
import styles from './preview.module.css';

/** The first members of a file as they will be read. */
export function FirstMembers({ members }: { members: readonly MemberLine[] }) {
  return members.length === 0 ? null : (
    <Section title="The first members, as they will be read">
      <ol className={styles.members}>
        {members.map((member, index) => (
          <li key={index}>
            <dl>
              {MemberField.options.map((field) => (
                <Value key={field} field={field} member={member} />
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Value({ field, member }: { field: MemberField; member: MemberLine }) {
  const texts = textsOf(member, field);
  return texts.length === 0 ? null : (
    <div>
      <dt>{memberFieldNames[field]}</dt>
      <dd>
        <Chips labels={texts} />
      </dd>
    </div>
  );
}

/** The value of a field as texts; none if it is empty. */
function textsOf(member: MemberLine, field: MemberField): string[] {
  if (field === 'membership_status') {
    return member.membership_status === undefined ? [] : [statusNames[member.membership_status]];
  }
  const value = member[field];
  if (value === undefined || value === null || value === '') {
    return [];
  }
  if (typeof value === 'boolean') {
    return [value ? 'yes' : 'no'];
  }
  return typeof value === 'string'
    ? [value]
    : value.map((entry) => (typeof entry === 'string' ? entry : joined(entry.prompt, entry.response)));
}

function joined(prompt: string, response: string): string {
  return prompt === '' ? response : `${prompt}: ${response}`;
}
