import type { RequestOf, RequestSubject } from '@warren/contracts';

/** Receives requests whose handler threw; by the class, so that a service without tables has none. */
export abstract class FailedRequests {
  abstract failed<S extends RequestSubject>(subject: S, request: RequestOf<S>, error: unknown): Promise<void>;
}
