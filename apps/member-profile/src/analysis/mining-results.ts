import { Injectable } from '@nestjs/common';
import type { MiningResult } from '@warren/mining';
import type { Community } from './community.ts';
import { MiningSettings, mineMembership } from './mine.ts';

const most = 8;

interface Kept {
  revision: number;
  focus: string;
  result: Promise<MiningResult>;
}

/** The analyses of the last revisions; whoever asks for one that is under way waits for the same one. */
@Injectable()
export class MiningResults {
  /** Least recently used first. */
  private kept: Kept[] = [];

  constructor(readonly settings: MiningSettings) {}

  /** The analysis of a community, restricted to candidates with one of the facets of `focus`. */
  async of({ revision, membership }: Community, focus?: ReadonlySet<string>): Promise<MiningResult> {
    const name = focus === undefined ? '' : [...focus].sort().join('\n');
    const found = this.kept.find((kept) => kept.revision === revision && kept.focus === name);
    const entry = found ?? {
      revision,
      focus: name,
      result: mineMembership(membership, this.settings, focus),
    };
    this.kept = [...this.kept.filter((kept) => kept !== entry), entry].slice(-most);
    try {
      return await entry.result;
    } catch (error) {
      this.kept = this.kept.filter((kept) => kept !== entry);
      throw error;
    }
  }
}
