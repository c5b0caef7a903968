// What pages that draw for themselves have in common: elements, sizes as people write them, and a range of numbers.
const drawn = Object.assign(document.createElement('div'), { innerHTML: '<svg></svg>' }).firstChild.namespaceURI;
const made = (tag, facts = {}, ...parts) => {
  const svg = ['svg', 'line', 'circle'].includes(tag);
  const element = svg ? document.createElementNS(drawn, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
  element.append(...parts);
  return element;
};
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
/** Two digits that count: 2.7 KB, 34 MB. */
const sizeOf = bytes => {
  let size = Math.abs(bytes), unit = 0;
  for (; size >= 1000 && unit < 4; unit++) size /= 1024;
  return `${bytes < 0 ? '-' : ''}${unit === 0 || size >= 9.95 ? Math.round(size).toLocaleString('en-US')
    : size.toFixed(1)} ${['B', 'KB', 'MB', 'GB', 'TB'][unit]}`;
};
/** A factor as people write it: 14, 2.5. */
const timesOf = factor => factor < 9.95 ? factor.toFixed(1).replace('.0', '')
  : Math.round(factor).toLocaleString('en-US');
