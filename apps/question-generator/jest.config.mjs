import { preset } from '../../jest.preset.mjs';

export default preset('question-generator', { servers: true });
