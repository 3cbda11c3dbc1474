// Preloaded into a process (`--import`), it moves that process's wall clock by CLOCK_SHIFT_MS, and once more by
// CLOCK_JUMP_MS at each SIGUSR2, as an operator or a time server does. Timers and performance.now() are not affected.
const Real = Date;
let shift = Number(process.env.CLOCK_SHIFT_MS ?? 0);
process.on('SIGUSR2', () => {
  shift += Number(process.env.CLOCK_JUMP_MS ?? 0);
});

globalThis.Date = class Date extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + shift] : given));
  }
  static now() {
    return Real.now() + shift;
  }
};
