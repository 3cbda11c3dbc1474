import { z } from 'zod';
import { WireError } from '@warren/contracts';

/** Bytes of a reply in one message; NATS carries 1 MB, and drops a larger reply silently. */
const partBytes = 400_000;

/** Request on the wire, by Nest's NATS transport. */
export const RequestPacket = z.object({
  id: z.union([z.string(), z.number()]),
  pattern: z.unknown(),
  data: z.unknown(),
});
export type RequestPacket = z.infer<typeof RequestPacket>;

/** Part of a reply: its index, the number of parts, and its share of the reply's JSON text. */
export const ReplyPart = z.object({ part: z.int().min(0), parts: z.int().min(1), text: z.string() });
export type ReplyPart = z.infer<typeof ReplyPart>;

/** One value of a reply on the wire, by Nest's NATS transport; `alive` is our own, a keep-alive message without a value. */
export const ReplyPacket = z.object({
  id: z.string().optional(),
  response: ReplyPart.optional(),
  err: z.union([WireError, z.looseObject({ message: z.string() }), z.string()]).optional(),
  isDisposed: z.boolean().optional(),
  alive: z.literal(true).optional(),
});
export type ReplyPacket = z.infer<typeof ReplyPacket>;

/** Splits the JSON text of a reply into parts that fit a message each. */
export function splitReply(reply: unknown): ReplyPart[] {
  const text = JSON.stringify(reply);
  // JSON text of member ids is ASCII; a character of another script takes up to 3 bytes a UTF-16 unit, twice escaped.
  const size = Math.floor(Buffer.byteLength(text) <= partBytes ? text.length : partBytes / 4);
  const parts = Math.max(1, Math.ceil(text.length / Math.max(size, 1)));
  return Array.from({ length: parts }, (_, part) => ({
    part,
    parts,
    text: text.slice(part * size, (part + 1) * size),
  }));
}

/** Joins the parts of a reply; undefined while any is missing. */
export function joinReply(parts: readonly ReplyPart[]): unknown {
  const first = parts[0];
  if (first === undefined || parts.length < first.parts) {
    return undefined;
  }
  const text = [...parts].sort((a, b) => a.part - b.part).map((part) => part.text);
  return JSON.parse(text.join(''));
}
