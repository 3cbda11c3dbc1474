import { Injectable } from '@nestjs/common';
import { ServiceUnavailable } from '@warren/contracts';
import { Settings } from '../settings.ts';

/** Counts the clients that follow runs: each holds a connection, and asks for its run every second. */
@Injectable()
export class EventStreams {
  private open = 0;

  constructor(private readonly settings: Settings) {}

  /**
   * Lets one more in, until what it is given is called.
   * @throws ServiceUnavailable where as many follow as may
   */
  enter(): () => void {
    const { eventStreams } = this.settings;
    if (this.open >= eventStreams) {
      throw new ServiceUnavailable(
        `${eventStreams} clients follow runs already; ask for the run itself now and then instead.`,
      );
    }
    this.open += 1;
    let isIn = true;
    return () => {
      this.open -= isIn ? 1 : 0;
      isIn = false;
    };
  }
}
