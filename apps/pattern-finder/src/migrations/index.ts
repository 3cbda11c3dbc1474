import { Migration20261122000000_patterns } from './Migration20261122000000_patterns.ts';
import { Migration20261124000000_limits } from './Migration20261124000000_limits.ts';
import { Migration20261124120000_durability } from './Migration20261124120000_durability.ts';
import { Migration20261129100000_focus_areas } from './Migration20261129100000_focus_areas.ts';
import { Migration20261129110000_erasure } from './Migration20261129110000_erasure.ts';
import { Migration20261129130000_spending } from './Migration20261129130000_spending.ts';
import { Migration20261129160000_told } from './Migration20261129160000_told.ts';
import { Migration20261129190000_prepared } from './Migration20261129190000_prepared.ts';
import { Migration20261130180000_held } from './Migration20261130180000_held.ts';
import { Migration20261201030000_client } from './Migration20261201030000_client.ts';
import { Migration20261201060000_readings } from './Migration20261201060000_readings.ts';
import { Migration20261201120000_introductions } from './Migration20261201120000_introductions.ts';
import { Migration20261201130000_profiles_read } from './Migration20261201130000_profiles_read.ts';
import { Migration20261201132000_dismissals } from './Migration20261201132000_dismissals.ts';
import { Migration20261201150000_themes } from './Migration20261201150000_themes.ts';
import { Migration20261201160000_pending_answers } from './Migration20261201160000_pending_answers.ts';
import { Migration20261201170000_introductions_in_words } from './Migration20261201170000_introductions_in_words.ts';
import { Migration20261201190000_candidates_seen } from './Migration20261201190000_candidates_seen.ts';

/** First to last. */
export const migrations = [
  Migration20261122000000_patterns,
  Migration20261124000000_limits,
  Migration20261124120000_durability,
  Migration20261129100000_focus_areas,
  Migration20261129110000_erasure,
  Migration20261129130000_spending,
  Migration20261129160000_told,
  Migration20261129190000_prepared,
  Migration20261130180000_held,
  Migration20261201030000_client,
  Migration20261201060000_readings,
  Migration20261201120000_introductions,
  Migration20261201130000_profiles_read,
  Migration20261201132000_dismissals,
  Migration20261201150000_themes,
  Migration20261201160000_pending_answers,
  Migration20261201170000_introductions_in_words,
  Migration20261201190000_candidates_seen,
];
