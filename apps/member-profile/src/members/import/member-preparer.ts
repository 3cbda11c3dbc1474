import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { FacetReader } from '../facets/facet-reader.ts';
import { prepareMember } from './prepare-member.ts';
import type { PreparedMember, Profile } from './prepare-member.ts';

/** Members prepared between two yields to the event loop. */
const preparedAtOnce = 50;

/** Computes the columns stored beside many profiles, without blocking the event loop. */
@Injectable()
export class MemberPreparer {
  constructor(private readonly reader: FacetReader) {}

  async prepare<T extends Profile>(profiles: readonly T[]): Promise<(T & PreparedMember)[]> {
    const prepared: (T & PreparedMember)[] = [];
    for (const profile of profiles) {
      if (prepared.length % preparedAtOnce === 0) {
        await setImmediate();
      }
      prepared.push({ ...profile, ...prepareMember(profile, this.reader) });
    }
    return prepared;
  }
}
