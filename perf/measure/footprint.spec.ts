import { describe, expect, it } from '@jest/globals';
import { footprintOf, metricIn } from './footprint.ts';

const metrics = `# HELP nodejs_active_handles_total Total number of active handles.
# TYPE nodejs_active_handles_total gauge
nodejs_active_handles_total 12
nodejs_active_handles{type="Socket"} 7
nodejs_heap_size_used_bytes 5.1e+7
`;

describe('metricIn', () => {
  it('finds a figure by its whole name', () => {
    expect(metricIn(metrics, 'nodejs_active_handles_total')).toBe(12);
    expect(metricIn(metrics, 'nodejs_heap_size_used_bytes')).toBe(51_000_000);
    expect(metricIn(metrics, 'nodejs_active_handles')).toBeUndefined();
  });
});

describe('footprintOf', () => {
  it('is undefined for a process that does not exist', async () => {
    expect(await footprintOf(2 ** 30, 'http://127.0.0.1:1')).toBeUndefined();
  });
});
