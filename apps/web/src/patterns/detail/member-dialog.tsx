import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { membersQuery } from '../../api/members.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SearchField } from '../../ui/form/search-field.tsx';
import { nameOf } from '../../ui/name-of.ts';
import styles from './member-dialog.module.css';

const shownMembers = 8;

/** Dialog that finds a member by name. */
export function MemberDialog({ onClose, onChoose }: { onClose: () => void; onChoose: (id: number) => void }) {
  const [text, setText] = useState('');
  const q = useDeferredValue(text).trim();
  const { data } = useQuery(membersQuery({ page: 1, per_page: shownMembers, ...(q !== '' && { q }) }));
  return (
    <Dialog title="Patterns of a member" isOpen onClose={onClose}>
      <SearchField
        label="Search the members"
        placeholder="Name, role or facet"
        value={text}
        onChange={setText}
        autoFocus
      />
      <ul className={styles.found} aria-label="Members found">
        {data?.members.map((member) => (
          <li key={member.id}>
            <Button kind="bare" onPress={() => onChoose(member.id)}>
              <bdi>{nameOf(member)}</bdi>
              <span className={styles.role}>{member.role}</span>
            </Button>
          </li>
        ))}
        {data?.total === 0 && <li className={styles.role}>Nobody is found by these words.</li>}
      </ul>
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  );
}
