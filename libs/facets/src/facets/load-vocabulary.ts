import { basename } from 'node:path';
import { readOperatorFile } from '../operator-file/operator-file.ts';
import { parseVocabulary } from './vocabulary-file.ts';
import { Vocabulary } from './vocabulary.ts';

/** Loads the built-in vocabulary, overlaid with the operator's file if there is one. */
export async function loadVocabulary(file: string | undefined): Promise<Vocabulary> {
  if (file === undefined) {
    return new Vocabulary();
  }
  const text = await readOperatorFile('VOCABULARY_FILE', file);
  return new Vocabulary(undefined, parseVocabulary(text, basename(file)));
}
