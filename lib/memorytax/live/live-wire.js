// How the page of the live chapter talks to its server, and makes elements.
/** The address on the terminal has the token, and may say where to begin: `#0123…-slides`, `#0123…-weighed`. */
const TOKEN = /^#([0-9a-f]{32})(?:-(\w+))?$/;
const [, said, begin] = TOKEN.exec(location.hash) ?? [];
if (said) {
  sessionStorage.setItem('token', said);
  history.replaceState(null, '', begin ? `/#${begin}` : '/');
}
const token = sessionStorage.getItem('token') ?? '';
// the address again, in a tab that is here already
addEventListener('hashchange', () => {
  if (TOKEN.test(location.hash)) location.reload();
});

export const ask = (path, method = 'GET', body, signal) => fetch(path, {
  method, signal, cache: 'no-store', body: body && JSON.stringify(body),
  headers: { 'X-Workbook-Token': token, ...(body && { 'Content-Type': 'application/json' }) },
});

/** What went wrong, in words; empty when all went well. */
export const send = async (path, method, body = {}) => {
  try {
    const reply = await ask(path, method, body);
    return reply.ok ? '' : (await reply.json()).says;
  } catch {
    return 'The workbook does not answer. Is it still running in the terminal?';
  }
};

export const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

export const button = (does, text, action, title = '') => {
  const made = make('button', { type: 'button', className: 'does', textContent: text, title, onclick: action });
  made.dataset.does = does;
  return made;
};

/** Server-sent events, by hand: an EventSource cannot send the token. */
export const events = async (reply, hears, heard = () => {}) => {
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = '';;) {
    const { value, done } = await reader.read();
    heard();
    if (done) return;
    const parts = (rest + value).split('\n\n');
    rest = parts.pop();
    for (const part of parts) {
      const event = /^event: (.*)\ndata: (.*)$/.exec(part);
      if (event) hears[event[1]]?.(JSON.parse(event[2]));
    }
  }
};
