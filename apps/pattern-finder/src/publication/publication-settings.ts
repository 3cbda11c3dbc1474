/** Which groups consumers of events are told of. */
export class PublicationSettings {
  /** Members that a pattern needs so that events tell of it. */
  readonly smallestGroup: number;

  constructor(smallestGroup: number) {
    this.smallestGroup = smallestGroup;
  }
}
