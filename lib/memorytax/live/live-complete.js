// How code goes on: JShell knows, on the server.
import { ask } from '/live-wire.js';

/** For an editor: what may stand in front of the cursor; null when nobody answers. */
export const completes = cell => async (code, cursor) => {
  try {
    const reply = await ask('/complete', 'POST', { cell, code, cursor });
    return reply.ok ? await reply.json() : null;
  } catch {
    return null;
  }
};
