import type { ReactNode } from 'react';
import { MemberField } from '@warren/contracts';
import type { ImportPreview, MemberLine, PromptResponse } from '@warren/contracts';
import { Chips } from '../../../ui/chips.tsx';
import { Section } from '../../../ui/section.tsx';
import { memberFieldNames } from '../../field-names.ts';
import { statusNames } from '../../membership-text.ts';
import styles from './preview.module.css';

/** The first members of a file as they will be read. */
export function FirstMembers({
  preview: { first_members: members, reading },
}: {
  preview: Pick<ImportPreview, 'first_members' | 'reading'>;
}) {
  // without a column of ids those of the members are made up by Warren
  const hasIds = reading.columns.some(({ role }) => role === 'external_id');
  const fields = MemberField.options.filter((field) => hasIds || field !== 'external_id');
  return members.length === 0 ? null : (
    <Section title="The first members, as they will be read">
      <ol className={styles.members}>
        {members.map((member, index) => (
          <li key={index}>
            <dl>
              {fields.map((field) => (
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
  const shown = shownValue(member, field);
  return shown === undefined ? null : (
    <div>
      <dt>{memberFieldNames[field]}</dt>
      <dd>{shown}</dd>
    </div>
  );
}

/** The value of a field; undefined if it is empty. */
function shownValue(member: MemberLine, field: MemberField): ReactNode {
  if (field === 'prompt_responses') {
    const answers = member.prompt_responses ?? [];
    return answers.length === 0
      ? undefined
      : answers.map((answer, index) => <Answer key={index} {...answer} />);
  }
  if (field === 'membership_status') {
    return member.membership_status && statusNames[member.membership_status];
  }
  const value = member[field];
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (value === undefined || value === null || value.length === 0) {
    return undefined;
  }
  return typeof value === 'string' ? <FreeText text={value} /> : <Chips labels={value} />;
}

function Answer({ prompt, response }: PromptResponse) {
  return (
    <>
      {prompt !== '' && (
        <p dir="auto" className={styles.quiet}>
          {prompt}
        </p>
      )}
      <FreeText text={response} />
    </>
  );
}

function FreeText({ text }: { text: string }) {
  return (
    <p dir="auto" className={styles.text}>
      {text}
    </p>
  );
}
