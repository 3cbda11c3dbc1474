/** Days after which members who have left are erased; null: never. */
export class DepartureSettings {
  readonly eraseAfterDays: number | null;

  constructor(eraseAfterDays: number | null) {
    this.eraseAfterDays = eraseAfterDays;
  }
}
