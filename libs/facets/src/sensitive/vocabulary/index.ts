import type { SensitiveKind } from '@warren/contracts';
import { addiction } from './addiction.ts';
import { children } from './children.ts';
import { emptyHome } from './empty-home.ts';
import { faith } from './faith.ts';
import { health } from './health.ts';
import { money } from './money.ts';
import { origin } from './origin.ts';
import { politics } from './politics.ts';
import type { SensitiveVocabulary } from './sensitive-vocabulary.ts';
import { sexuality } from './sexuality.ts';
import { union } from './union.ts';
import { whereabouts } from './whereabouts.ts';

/** The built-in words of every kind. */
export const sensitiveVocabulary: Readonly<Record<SensitiveKind, SensitiveVocabulary>> = {
  health,
  faith,
  origin,
  sexuality,
  politics,
  union,
  addiction,
  money,
  children,
  whereabouts,
  empty_home: emptyHome,
};
