/** Address, credentials and timeouts of the model's server. */
export class ModelSettings {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  /** Whether a model that can think is to. */
  readonly thinks: boolean;
  /** Milliseconds without a byte of the stream, pings included, after which a call is aborted. */
  readonly idleMs: number;
  /** Milliseconds that one call may take. */
  readonly turnMs: number;
  /** Milliseconds before the first retry; the delay doubles. */
  readonly retryMs: number;

  constructor(settings: ModelSettings) {
    this.apiKey = settings.apiKey;
    this.baseUrl = settings.baseUrl;
    this.thinks = settings.thinks;
    this.idleMs = settings.idleMs;
    this.turnMs = settings.turnMs;
    this.retryMs = settings.retryMs;
  }
}
