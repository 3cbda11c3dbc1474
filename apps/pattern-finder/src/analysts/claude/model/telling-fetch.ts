/** A `fetch` that tells of each part of a response as it arrives: of pings too, which the SDK keeps to itself. */
export function tellingFetch(heard: () => void): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const { body, status, statusText, headers } = response;
    if (body === null) {
      return response;
    }
    const told = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(part, controller) {
          heard();
          controller.enqueue(part);
        },
      }),
    );
    return new Response(told, { status, statusText, headers });
  };
}
