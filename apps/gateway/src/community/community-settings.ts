/** Name of the community, by the operator; a class, so that it can be injected. */
export class CommunitySettings {
  readonly name: string;
  /** Whether it is the sample, of made-up people. */
  readonly sample: boolean;

  constructor(settings: CommunitySettings) {
    this.name = settings.name;
    this.sample = settings.sample;
  }
}
