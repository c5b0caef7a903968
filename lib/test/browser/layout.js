// What on this page stands over something else, beyond its frame, or cannot be seen: a line each. A text with paper
// around its letters may stand on a line.
() => {
  const found = [];
  const stroke = element => {
    for (let at = element; at.tagName !== 'svg'; at = at.parentElement)
      if (at.hasAttribute('stroke')) return at.getAttribute('stroke');
    return 'none';
  };
  const overlap = (a, b) => [Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
  for (const svg of document.querySelectorAll('.wide > svg')) {
    if (!svg.checkVisibility()) continue;
    const where = svg.closest('[id]:not(svg)')?.id;
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim()).map(text =>
      ({ says: text.textContent, box: text.getBoundingClientRect(), apart: text.hasAttribute('paint-order') }));
    for (const { says, box } of texts) {
      const beyond = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top,
        box.bottom - frame.bottom);
      if (beyond > 1) found.push(`${where}: ${beyond} px beyond the frame: ${says}`);
    }
    texts.forEach((one, i) => texts.slice(i + 1).forEach(other => {
      const [width, height] = overlap(one.box, other.box);
      if (width > 1 && height > 3) found.push(`${where}: text over text: ${one.says} | ${other.says}`);
    }));
    for (const line of svg.querySelectorAll('polyline, line')) {
      if (/none|--rule|--paper/.test(stroke(line))) continue;
      const place = line.getScreenCTM(), hit = new Set();
      for (let at = 0; at <= line.getTotalLength(); at += 2) {
        const { x, y } = line.getPointAtLength(at).matrixTransform(place);
        for (const { says, box, apart } of texts)
          if (!apart && x > box.left + 2 && x < box.right - 2 && y > box.top + 4 && y < box.bottom - 4) hit.add(says);
      }
      hit.forEach(says => found.push(`${where}: a line through text: ${says}`));
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  for (const box of document.querySelectorAll('.wide')) {
    if (box.scrollWidth <= box.clientWidth + 1) continue;
    const where = box.closest('[id]')?.id;
    if (innerWidth >= 1280) found.push(`${where}: clipped by ${box.scrollWidth - box.clientWidth} px`);
    else if (box.tabIndex !== 0 || !box.getAttribute('aria-label')) found.push(`${where}: scrolls, and nobody is told`);
    else if (!box.querySelector('table')) found.push(`${where}: a chart scrolls`);
  }
  return found;
}
