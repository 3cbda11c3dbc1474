import { Injectable } from '@nestjs/common';
import type { MemberText } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import type { TextEntry } from './reading-order.ts';

/** Texts of one request. */
const page = 10_000;

interface Index {
  readonly revision: number;
  readonly texts: readonly TextEntry[];
}

/** Which texts there are to read; asked for again only where the membership has changed. */
@Injectable()
export class TextIndex {
  private cached: Index | undefined;

  constructor(private readonly requests: RequestClient) {}

  /** All texts at the current revision, or a later one. */
  async current(signal: AbortSignal): Promise<readonly TextEntry[]> {
    const known = this.cached;
    const first = await this.requests.ask(
      'community.texts',
      { known_revision: known?.revision, limit: page },
      { signal },
    );
    if (known !== undefined && first.revision === known.revision) {
      return known.texts;
    }
    const texts = first.texts.map(toEntry);
    for (let last = first.texts; last.length === page;) {
      const after = last.at(-1)?.[0] ?? 0;
      last = (await this.requests.ask('community.texts', { after, limit: page }, { signal })).texts;
      texts.push(...last.map(toEntry));
    }
    this.cached = { revision: first.revision, texts };
    return texts;
  }
}

function toEntry([memberId, hash, characters, revision]: MemberText): TextEntry {
  return { memberId, hash, characters, revision };
}
