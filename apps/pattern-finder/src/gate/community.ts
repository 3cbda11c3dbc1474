/** The community by name, which the text of its patterns may contain. */
export class Community {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
