import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseSensitiveFile } from './sensitive-file.ts';
import { SensitiveWords } from './sensitive-words.ts';

/** Loads the built-in sensitive words, with those that the operator's file adds and without those that it removes. */
export async function loadSensitiveWords(file: string | undefined): Promise<SensitiveWords> {
  if (file === undefined) {
    return new SensitiveWords();
  }
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`SENSITIVE_FILE ${file} cannot be read: correct the path or unset it`, { cause: error });
  }
  return new SensitiveWords(parseSensitiveFile(text, basename(file)));
}
