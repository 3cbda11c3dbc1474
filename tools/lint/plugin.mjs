import { constantCase } from './constant-case.mjs';
import { folderOrder } from './folder-order.mjs';
import { privateMembers } from './private-members.mjs';

/** Rules of this workspace that oxlint has no name for. */
export default {
  meta: { name: 'warren' },
  rules: { 'constant-case': constantCase, 'folder-order': folderOrder, 'private-members': privateMembers },
};
