import { z } from 'zod';
import { Id } from '../values/ids.ts';
import {
  IntroductionPatch,
  IntroductionQuery,
  StoredIntroduction,
  StoredIntroductionPage,
} from './introductions.ts';
import { IntroductionsWanted, ProposedIntroductions } from './proposals.ts';

/** Requests about introductions. */
export const introductionRequests = {
  'community.introductions': {
    request: IntroductionsWanted,
    reply: ProposedIntroductions,
    deadline_ms: 90_000,
  },
  'introductions.list': {
    request: IntroductionQuery,
    reply: StoredIntroductionPage,
    deadline_ms: 10_000,
  },
  'introductions.get': { request: z.object({ id: Id }), reply: StoredIntroduction, deadline_ms: 10_000 },
  'introductions.patch': {
    request: z.object({ id: Id, patch: IntroductionPatch }),
    reply: StoredIntroduction,
    deadline_ms: 10_000,
  },
} as const;
