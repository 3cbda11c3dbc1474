import { harbourStage } from './harbour-stage.ts';
import { kieselbach } from './kieselbach.ts';
import { lanternStreet } from './lantern-street.ts';
import { nordufer } from './nordufer.ts';
import { openLedger } from './open-ledger.ts';
import { pixelAttic } from './pixel-attic.ts';
import { ridgeway } from './ridgeway.ts';
import { saltmarsh } from './saltmarsh.ts';
import { twoShores } from './two-shores.ts';
import type { WordsCommunity } from './words-community.ts';

/** The communities that the gate is tried on, two of them in German. */
export const wordsCommunities: readonly WordsCommunity[] = [
  lanternStreet,
  nordufer,
  saltmarsh,
  openLedger,
  harbourStage,
  kieselbach,
  ridgeway,
  pixelAttic,
  twoShores,
];
