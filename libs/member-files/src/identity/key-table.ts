/** No key: the owner of an address whose rows name nobody. */
export const noKey = 0;

/**
 * Counts keys by their hash, with two numbers each, in 28 bytes a key, so that those of a million rows fit beside them.
 * Of a million keys two share a hash of 53 bits with a probability of one in 18,000: a repeated key is to be compared
 * again where that matters.
 */
export class KeyTable {
  private capacity = 1024;
  private size = 0;
  private hashes = new Float64Array(this.capacity);
  private counts = new Uint32Array(this.capacity);
  private owners = new Float64Array(2 * this.capacity);

  /** Counts a key; its first owners are kept. @returns how often it was counted before */
  add(key: string, first: number = noKey, second: number = noKey): number {
    return this.addHash(hashOf(key), first, second);
  }

  /** Counts a key by its hash. */
  addHash(hash: number, first: number = noKey, second: number = noKey): number {
    if (this.size * 2 >= this.capacity) {
      this.grow();
    }
    const place = this.placeOf(hash);
    const before = this.counts[place] ?? 0;
    if (before === 0) {
      this.hashes[place] = hash;
      this.owners[2 * place] = first;
      this.owners[2 * place + 1] = second;
      this.size += 1;
    }
    this.counts[place] = before + 1;
    return before;
  }

  /** How often a key was counted. */
  count(key: string): number {
    return this.counts[this.placeOf(hashOf(key))] ?? 0;
  }

  /** The two owners a key was first counted with. */
  ownersOf(key: string): [number, number] {
    const place = this.placeOf(hashOf(key));
    return [this.owners[2 * place] ?? noKey, this.owners[2 * place + 1] ?? noKey];
  }

  private placeOf(hash: number): number {
    const { capacity, counts, hashes } = this;
    let place = hash % capacity;
    while (counts[place] !== 0 && hashes[place] !== hash) {
      place = (place + 1) % capacity;
    }
    return place;
  }

  private grow(): void {
    const { hashes, counts, owners } = this;
    this.capacity *= 2;
    this.hashes = new Float64Array(this.capacity);
    this.counts = new Uint32Array(this.capacity);
    this.owners = new Float64Array(2 * this.capacity);
    for (const [at, count] of counts.entries()) {
      if (count > 0) {
        const place = this.placeOf(hashes[at] ?? 0);
        this.hashes[place] = hashes[at] ?? 0;
        this.counts[place] = count;
        this.owners[2 * place] = owners[2 * at] ?? noKey;
        this.owners[2 * place + 1] = owners[2 * at + 1] ?? noKey;
      }
    }
  }
}

/** Hash of 53 bits, never `noKey`: two multiplicative hashes of 32 bits, mixed as in MurmurHash3. */
export function hashOf(key: string): number {
  let high = 0xde_ad_be_ef;
  let low = 0x41_c6_ce_57;
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0) || 1;
}
