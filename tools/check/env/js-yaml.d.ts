declare module 'js-yaml' {
  /** Parses one YAML document, merge keys (`<<`) resolved. @throws where it is none */
  export function load(text: string): unknown;
}
