import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Member } from '@warren/contracts';
import { RequestFailed, fieldMessage } from '../../api/failure.ts';
import { refreshAfterChange } from '../../api/refresh.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import styles from './edit.module.css';
import { FormFields } from './form-fields.tsx';
import { isTold } from './member-form.ts';
import type { MemberForm } from './member-form.ts';

/** Form of a member. Errors stand at their fields, and the first of them gets the focus. */
export function EditForm({
  first,
  saveLabel,
  cancel,
  save,
  onSaved,
}: {
  /** what the form holds at first */
  first: MemberForm;
  saveLabel: string;
  /** where the cancel link leads */
  cancel: Pick<LinkProps, 'to' | 'params'>;
  save: (form: MemberForm) => Promise<Member>;
  onSaved: (member: Member) => Promise<void>;
}) {
  const [form, setForm] = useState(first);
  const element = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: async (given: MemberForm) => {
      if (!isTold(given)) {
        throw untold;
      }
      return save(given);
    },
    onSuccess: async (member) => {
      await onSaved(member);
      await refreshAfterChange(client);
    },
  });
  const { error } = saving;
  const problemOf = (field: keyof MemberForm): string | undefined => fieldMessage(error, field);
  useEffect(() => {
    if (error !== null) {
      element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    }
  }, [error]);
  return (
    <Form
      ref={element}
      className={styles.form ?? ''}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(form);
      }}
    >
      <FormFields
        form={form}
        problemOf={problemOf}
        onChange={(change) => setForm((before) => ({ ...before, ...change }))}
      />
      {error !== null &&
        (isShownAtFields(error, form) ? (
          <p role="alert" className={styles.problem}>
            Not saved: see the marked fields.
          </p>
        ) : (
          <ErrorState error={error} />
        ))}
      <div className={styles.actions}>
        <Button kind="first" type="submit" isDisabled={saving.isPending}>
          {saveLabel}
        </Button>
        <LinkButton {...cancel}>Cancel</LinkButton>
      </div>
    </Form>
  );
}

const untold = new RequestFailed('problem', 'It has to say who it is.', {
  status: 422,
  fields: [{ field: 'first_name', message: 'Give a name, an e-mail address or a member number.' }],
});

/** Checks whether every error of the server is about a field of the form. */
function isShownAtFields(error: unknown, form: MemberForm): boolean {
  return (
    error instanceof RequestFailed &&
    error.fields.length > 0 &&
    error.fields.every(({ field }) => Object.hasOwn(form, field.split('.')[0] ?? ''))
  );
}
