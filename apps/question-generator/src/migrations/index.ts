import { Migration20261122000000_questions } from './Migration20261122000000_questions.ts';
import { Migration20261124120000_durability } from './Migration20261124120000_durability.ts';
import { Migration20261129110000_erasure } from './Migration20261129110000_erasure.ts';

/** First to last. */
export const migrations = [
  Migration20261122000000_questions,
  Migration20261124120000_durability,
  Migration20261129110000_erasure,
];
