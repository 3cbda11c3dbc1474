import type { PatternQuery } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Injectable } from '@nestjs/common';
import { SingleFlight } from './single-flight.ts';

/** A page of patterns on its way out: the JSON of its patterns, how many there are on all pages, where the next begins. */
export interface ListedPage {
  readonly json: string;
  readonly total: number;
  readonly next: string | null;
}

/** Lists patterns. Those who want the same list at the same time get one that was read, and written as JSON, once. */
@Injectable()
export class PatternList {
  private readonly readings = new SingleFlight<ListedPage>();

  constructor(private readonly requests: RequestClient) {}

  async page(query: PatternQuery): Promise<ListedPage> {
    return this.readings.of(JSON.stringify(query), async () => {
      const { patterns, total, next } = await this.requests.ask('patterns.list', query);
      return { json: JSON.stringify(patterns), total, next };
    });
  }
}
