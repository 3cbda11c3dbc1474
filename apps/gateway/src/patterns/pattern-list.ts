import { Injectable } from '@nestjs/common';
import type { PatternListing } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { SingleFlight } from './single-flight.ts';

/** Page of patterns: their JSON, the total number, and the cursor of the next page. */
interface ListedPage {
  readonly json: string;
  readonly total: number;
  readonly next: string | null;
}

/** Lists patterns. Concurrent requests for the same list share one read and one serialisation. */
@Injectable()
export class PatternList {
  private readonly flights = new SingleFlight<ListedPage>();

  constructor(private readonly requests: RequestClient) {}

  async page(query: PatternListing): Promise<ListedPage> {
    return this.flights.run(JSON.stringify(query), async () => {
      const { patterns, total, next } = await this.requests.ask('patterns.list', query);
      return { json: JSON.stringify(patterns), total, next };
    });
  }
}
