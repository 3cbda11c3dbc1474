import { Migration20261122000000_questions } from './Migration20261122000000_questions.ts';
import { Migration20261124120000_durability } from './Migration20261124120000_durability.ts';

/** All migrations, in order. */
export const migrations = [Migration20261122000000_questions, Migration20261124120000_durability];
