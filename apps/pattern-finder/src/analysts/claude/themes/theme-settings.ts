/** Whether members' texts are judged for themes, how many members a run judges, and by which model. */
export class ThemeSettings {
  readonly isOn: boolean;
  readonly mostMembers: number;
  /** Undefined: that of the run. */
  readonly model: string | undefined;

  constructor(settings: ThemeSettings) {
    this.isOn = settings.isOn;
    this.mostMembers = settings.mostMembers;
    this.model = settings.model;
  }
}
