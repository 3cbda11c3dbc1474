import { preset } from '../jest.preset.mjs';

export default preset('journey', { servers: true });
