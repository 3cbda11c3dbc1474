import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { Text } from 'react-aria-components/Text';
import { analysisQuery } from '../api/community.ts';
import { counted } from '../ui/format.ts';
import styles from './focus-areas-field.module.css';

/** Limit of focus areas of a run. */
const most = 20;
const offered = 8;

/** Field for focus areas: facets that members list, or free text. */
export function FocusAreasField({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const [text, setText] = useState('');
  // each choice remounts the field: an emptied one would reopen its list over everything else
  const [round, setRound] = useState(0);
  const { data } = useQuery(analysisQuery());
  const facets = (data?.common_facets ?? [])
    .filter(({ label }) => !chosen.includes(label))
    .toSorted((a, b) => b.in_community - a.in_community)
    .filter(({ label }, index, all) => all.findIndex((other) => other.label === label) === index);
  const add = (area: string): void => {
    const wanted = area.trim();
    if (wanted !== '' && !chosen.includes(wanted) && chosen.length < most) {
      onChange([...chosen, wanted]);
    }
  };
  const addFromField = (area: string): void => {
    add(area);
    setText('');
    setRound(round + 1);
  };
  return (
    <div className={styles.field}>
      <ComboBox
        key={round}
        autoFocus={round > 0}
        className={styles.box ?? ''}
        allowsCustomValue
        menuTrigger="input"
        inputValue={text}
        onInputChange={setText}
        value={null}
        onChange={(key) => {
          if (key !== null) {
            addFromField(String(key));
          }
        }}
        items={facets.map(({ label, in_community }) => ({ id: label, members: in_community }))}
        onKeyDown={(event) => {
          // in an open list Enter selects an option
          if (event.key === 'Enter' && text !== '') {
            addFromField(text);
          }
        }}
      >
        <Label className={styles.label ?? ''}>Focus areas (optional)</Label>
        <Input className={styles.input ?? ''} placeholder="A skill, an interest, a place …" />
        <Text slot="description" className={styles.help ?? ''}>
          Enter adds what you typed. Without any, everything is looked at.
        </Text>
        <Popover className={styles.popover ?? ''}>
          <ListBox<{ id: string; members: number }> className={styles.list ?? ''}>
            {({ id, members }) => (
              <ListBoxItem id={id} textValue={id} className={styles.option ?? ''}>
                <bdi>{id}</bdi>
                <span className={styles.help}>{counted(members, 'member')}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {chosen.length > 0 && (
        <TagGroup
          aria-label="Chosen focus areas"
          onRemove={(keys) => onChange(chosen.filter((area) => !keys.has(area)))}
        >
          <TagList className={styles.tags ?? ''} items={chosen.map((id) => ({ id }))}>
            {({ id }) => (
              <Tag id={id} textValue={id} className={`${styles.tag ?? ''} ${styles.chosen ?? ''}`}>
                <bdi>{id}</bdi>
                <Button slot="remove" className={styles.remove ?? ''} aria-label={`Take ${id} away`}>
                  <X size={13} aria-hidden />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <div className={styles.offers} role="group" aria-label="Common among the members">
        {facets.slice(0, offered).map(({ key, label }) => (
          <Button key={key} className={styles.tag ?? ''} onPress={() => add(label)}>
            + <bdi>{label}</bdi>
          </Button>
        ))}
      </div>
    </div>
  );
}
