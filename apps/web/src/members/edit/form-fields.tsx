import { Consent, MembershipStatus } from '@warren/contracts';
import { Choice } from '../../ui/form/choice.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Tick } from '../../ui/form/tick.tsx';
import { Section } from '../../ui/section.tsx';
import { memberFieldNames } from '../field-names.ts';
import { consentNames, statusNames } from '../membership-text.ts';
import styles from './edit.module.css';
import { lineFields, listFields } from './member-form.ts';
import type { MemberForm } from './member-form.ts';

const consentMeanings: Record<Consent, string> = {
  sensitive:
    'this member agreed that patterns tell what they say of health, faith, origin and the like. It counts only where that is turned on for the whole community.',
};

/** Fields of the form of a member. */
export function FormFields({
  form,
  problemOf,
  onChange,
}: {
  form: MemberForm;
  /** error message of a field; undefined if there is none */
  problemOf: (field: keyof MemberForm) => string | undefined;
  onChange: (change: Partial<MemberForm>) => void;
}) {
  return (
    <>
      <Section title="Who it is" lead="A name, an e-mail address or a member number is enough.">
        <div className={styles.pairs}>
          {lineFields.map((field) => (
            <TextField
              key={field}
              label={memberFieldNames[field]}
              value={form[field]}
              onChange={(value) => onChange({ [field]: value })}
              problem={problemOf(field)}
              {...(field === 'email' && { inputMode: 'email' })}
              autoComplete="off"
            />
          ))}
        </div>
        <TextArea
          label={memberFieldNames.bio}
          rows={5}
          value={form.bio}
          onChange={(bio) => onChange({ bio })}
          problem={problemOf('bio')}
        />
      </Section>
      <Section title="What patterns are found in" lead="One entry a line.">
        <div className={styles.pairs}>
          {listFields.map((field) => (
            <TextArea
              key={field}
              label={memberFieldNames[field]}
              rows={4}
              value={form[field]}
              onChange={(value) => onChange({ [field]: value })}
              problem={problemOf(field)}
            />
          ))}
        </div>
      </Section>
      <Section title="Membership">
        <div className={styles.pairs}>
          <Choice
            label={memberFieldNames.membership_status}
            value={form.membership_status}
            options={MembershipStatus.options.map((value) => ({ value, name: statusNames[value] }))}
            onChange={(membership_status) => onChange({ membership_status })}
          />
        </div>
        <Tick checked={form.is_public} onChange={(is_public) => onChange({ is_public })}>
          Public: analyses look at this profile, and may quote it.
        </Tick>
        {Consent.options.map((consent) => (
          <Tick
            key={consent}
            checked={form.consents[consent]}
            onChange={(isGiven) => onChange({ consents: { ...form.consents, [consent]: isGiven } })}
          >
            {consentNames[consent]}: {consentMeanings[consent]}
          </Tick>
        ))}
      </Section>
    </>
  );
}
