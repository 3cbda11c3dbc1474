import { preset } from '../../jest.preset.mjs';

export default preset('pattern-finder', { servers: true });
