/** Settings of who is told what; a class, so that it can be injected. */
export class AccessSettings {
  /** Number of members of the smallest group that viewers are told of. */
  readonly smallestGroup: number;

  constructor(settings: AccessSettings) {
    this.smallestGroup = settings.smallestGroup;
  }
}
