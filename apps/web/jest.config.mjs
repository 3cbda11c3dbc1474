import { preset } from '../../jest.preset.mjs';

/** Words and numbers of the page; what needs a browser is tested in one, in e2e/page. */
export default preset('web');
