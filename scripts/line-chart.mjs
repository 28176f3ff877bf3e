/** Lines over time in rows of two panels, as the text of an SVG that needs nothing else. */

const WIDTH = 960;
const PANEL = { width: 402, left: [52, 536] };
/** Upper row: levels. Lower row: differences. */
const ROW_HEIGHTS = [230, 180];
/** Above the first row, between two rows, below the last. */
const SPACE = { above: 118, between: 70, below: 42 };

/** Told apart by people who see red and green alike (Okabe and Ito); the first is broad, to be seen under the others. */
const STYLES = [
  { colour: '#9aa5b1', width: 4.5, dash: '' },
  { colour: '#0072b2', width: 1.4, dash: '' },
  { colour: '#d55e00', width: 1.6, dash: '2 5' },
  { colour: '#009e73', width: 1.4, dash: '' },
  { colour: '#cc79a7', width: 1.4, dash: '' },
];

/**
 * @param chart.dates ISO dates, ascending; every line has one value for each.
 * @param chart.series names of the lines, the same in every panel.
 * @param chart.panels two for each row, of `{ title, lines: [{ name, values }] }`, the upper row first.
 * @param chart.mark a date with a short text, drawn as a dashed upright line.
 * @param chart.rowHeights of the panels, from the top.
 */
export function lineChart({ title, subtitle, dates, series, panels, mark, rowHeights = ROW_HEIGHTS }) {
  const rows = rowsOf(rowHeights);
  const height = rows.at(-1).bottom + SPACE.below;
  const body = [
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(PANEL.left[0], 30, title, 'font-size="18" font-weight="bold"'),
    text(PANEL.left[0], 51, subtitle, 'font-size="12.5" fill="#52606d"'),
    ...legend(series),
    ...panels.flatMap((panel, index) =>
      drawPanel(panel, PANEL.left[index % 2], rows[index >> 1], dates, mark, series),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(`${title}. ${subtitle}`)}" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" fill="#1f2933">
${body.join('\n')}
</svg>
`;
}

function rowsOf(heights) {
  let top = SPACE.above;
  return heights.map((height) => {
    const row = { top, bottom: top + height };
    top = row.bottom + SPACE.between;
    return row;
  });
}

function drawPanel({ title, lines }, left, { top, bottom }, dates, mark, series) {
  const right = left + PANEL.width;
  const { lowest, highest, step, digits } = scaleOf(
    lines.flatMap((line) => line.values.filter(Number.isFinite)),
  );
  const x = (index) => left + (PANEL.width * index) / (dates.length - 1);
  const y = (value) => bottom - ((bottom - top) * (value - lowest)) / (highest - lowest);

  const parts = [text(left, top - 12, title, 'font-size="13" font-weight="bold"')];
  for (let n = 0; lowest + n * step <= highest + step / 2; n++) {
    const value = lowest + n * step;
    const label = value.toFixed(digits).replace('-', '\u2212');
    const isZero = Math.abs(value) < step / 2;
    parts.push(rule(left, y(value), right, y(value), isZero ? '#52606d' : '#e4e7eb'));
    parts.push(text(left - 7, y(value) + 4, label, 'font-size="11.5" text-anchor="end" fill="#52606d"'));
  }
  dates.forEach((date, index) => {
    const isNewYear = index > 0 && date.slice(0, 4) !== dates[index - 1].slice(0, 4);
    if (!isNewYear) return;
    parts.push(rule(x(index), bottom, x(index), bottom + 5, '#52606d'));
    parts.push(
      text(x(index), bottom + 20, date.slice(0, 4), 'font-size="11.5" text-anchor="middle" fill="#52606d"'),
    );
  });
  const marked = x(dates.indexOf(mark.date));
  parts.push(rule(marked, top, marked, bottom, '#52606d', 'stroke-dasharray="4 4"'));
  if (lowest === 0) {
    const words = { left: marked + 6, right: marked + 6 + 6.6 * mark.text.length };
    const [high, low] = [top + 11, bottom - 8];
    const at = isCrossed(lines, x, y, words, high) && !isCrossed(lines, x, y, words, low) ? low : high;
    parts.push(text(words.left, at, mark.text, 'font-size="11.5" fill="#52606d"'));
  }
  for (const { name, values } of lines) parts.push(drawLine(values, x, y, styleOf(series.indexOf(name))));
  return parts;
}

/** Whether a line runs through words that stand at a height. */
function isCrossed(lines, x, y, { left, right }, base) {
  return lines.some(({ values }) =>
    values.some((value, index) => {
      if (!Number.isFinite(value) || x(index) < left - 12 || x(index) > right + 12) return false;
      return y(value) > base - 14 && y(value) < base + 6;
    }),
  );
}

/** Round ends and steps of an axis that holds all values and zero. */
function scaleOf(values) {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = Math.max(most - least, 1e-9);
  const steps = [-3, -2, -1, 0, 1, 2].flatMap((power) => [1, 2, 5].map((unit) => unit * 10 ** power));
  const step = steps.find((candidate) => span / candidate <= 6) ?? 1000;
  return {
    lowest: Math.floor(least / step) * step,
    highest: Math.ceil(most / step) * step,
    step,
    digits: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)),
  };
}

function drawLine(values, x, y, { colour, width, dash }) {
  const points = values.flatMap((value, index) =>
    Number.isFinite(value) ? [`${x(index).toFixed(1)},${y(value).toFixed(1)}`] : [],
  );
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}" stroke-linecap="round"`;
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${dashes}/>`;
}

function legend(series) {
  let left = PANEL.left[0];
  return series.flatMap((name, index) => {
    const { colour, width, dash } = styleOf(index);
    const dashes = dash === '' ? '' : `stroke-dasharray="${dash}" stroke-linecap="round"`;
    const parts = [
      `<line x1="${left}" y1="74" x2="${left + 26}" y2="74" stroke="${colour}" stroke-width="${Math.max(width, 2.2)}" ${dashes}/>`,
      text(left + 33, 78, name, 'font-size="12.5"'),
    ];
    left += 33 + 6.6 * name.length + 26;
    return parts;
  });
}

function styleOf(index) {
  return STYLES[index % STYLES.length];
}

function rule(x1, y1, x2, y2, colour, more = '') {
  const at = [x1, y1, x2, y2].map((value) => value.toFixed(1));
  return `<line x1="${at[0]}" y1="${at[1]}" x2="${at[2]}" y2="${at[3]}" stroke="${colour}" ${more}/>`;
}

function text(x, y, words, attributes) {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escaped(words)}</text>`;
}

function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
