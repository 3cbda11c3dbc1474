/** Whether a second reader reads what the model writes, and by which model. */
export class ReaderSettings {
  readonly isOn: boolean;
  /** Undefined: that of the run. */
  readonly model: string | undefined;

  constructor(settings: ReaderSettings) {
    this.isOn = settings.isOn;
    this.model = settings.model;
  }
}
