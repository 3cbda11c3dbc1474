import type { ReactNode } from 'react';
import type { Member } from '@warren/contracts';
import { Chips } from '../ui/chips.tsx';
import { Section } from '../ui/section.tsx';
import { memberFieldNames } from './field-names.ts';
import { webAddress } from './links.ts';
import styles from './member.module.css';
import { consentNames } from './membership-text.ts';

/** Profile of a member as they wrote it, without empty fields. */
export function ProfileSection({ member }: { member: Member }) {
  const links = [member.website, ...member.urls].filter((url) => url !== '');
  const place = [member.role, ...member.roles, member.company, member.location].filter((text) => text !== '');
  return (
    <Section title="Profile">
      <dl className={styles.profile}>
        <Field name="About themselves" is={member.bio !== ''}>
          <FreeText text={member.bio} />
        </Field>
        <Field name="Role, work and place" is={place.length > 0}>
          <Chips labels={place} />
        </Field>
        <Field name="Skills" is={member.skills.length > 0}>
          <Chips labels={member.skills} />
        </Field>
        <Field name="Interests" is={member.interests.length > 0}>
          <Chips labels={member.interests} />
        </Field>
        <Field name="Looking for" is={member.looking_for.length > 0}>
          {member.looking_for.map((wish, index) => (
            <FreeText key={index} text={wish} />
          ))}
        </Field>
        <Field name="Traits" is={member.all_traits.length > 0}>
          <Chips labels={member.all_traits} />
        </Field>
        {member.prompt_responses.map(({ prompt, response }, index) => (
          <Field key={index} name={prompt === '' ? 'Answer' : prompt} is={response !== ''}>
            <FreeText text={response} />
          </Field>
        ))}
        <Field name="E-mail" is={member.email !== null}>
          <bdi>{member.email}</bdi>
        </Field>
        <Field name="Links" is={links.length > 0}>
          <ul>
            {links.map((link, index) => (
              <li key={index}>
                <Outside link={link} />
              </li>
            ))}
          </ul>
        </Field>
        <Field name="Member number or id" is={member.external_id !== null}>
          <bdi>{member.external_id}</bdi>
        </Field>
        <Field name={memberFieldNames.consents} is={member.consents.length > 0}>
          <Chips labels={member.consents.map((consent) => consentNames[consent])} />
        </Field>
      </dl>
    </Section>
  );
}

function Field({ name, is, children }: { name: string; is: boolean; children: ReactNode }) {
  return is ? (
    <div>
      <dt dir="auto">{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
}

function FreeText({ text }: { text: string }) {
  return (
    <p dir="auto" className={styles.text}>
      {text}
    </p>
  );
}

/** Link of a profile; only web addresses become links, since a profile may contain `javascript:` as well. */
function Outside({ link }: { link: string }) {
  const address = webAddress(link);
  return address === undefined ? (
    <bdi>{link}</bdi>
  ) : (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      <bdi>{link}</bdi>
    </a>
  );
}
