/** Environment of a system that lets one client send and start as much as a measurement takes. */
export const withoutLimits = {
  MAX_REQUESTS_PER_MINUTE: '1000000000',
  MAX_RUNS_PER_PRINCIPAL: '100000',
  MAX_WAITING_RUNS: '100000',
  PRINCIPAL_SHARE: '1',
};
