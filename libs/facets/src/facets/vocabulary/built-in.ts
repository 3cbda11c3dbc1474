import { business } from './business.ts';
import { community } from './community.ts';
import { craft } from './craft.ts';
import { creative } from './creative.ts';
import { entriesOf } from './data.ts';
import type { VocabularyEntry } from './entry.ts';
import { hobbies } from './hobbies.ts';
import { land } from './land.ts';
import { languageEntries } from './languages.ts';
import { music } from './music.ts';
import { placeEntries } from './places.ts';
import { technical } from './technical.ts';
import { tools } from './tools.ts';

let entries: VocabularyEntry[] | undefined;

/** The built-in vocabulary: programming languages and hand-written entries by domain. */
export function builtInEntries(): readonly VocabularyEntry[] {
  entries ??= [
    ...languageEntries(),
    ...[creative, music, craft, technical, tools, business, community, hobbies, land].flatMap(entriesOf),
    ...placeEntries(),
  ];
  return entries;
}
