import { ROLES } from './fact.ts';
import { type JudgedFact, type JudgedMeasure, WEAKER_TEST } from './judge.ts';
import type { Verdict } from './verdict.ts';
import { bandInWords, effectInWords, figure, publishedInWords } from './words.ts';

const WIDTH = 1270;
const ROW = 30;
const TOP = 118;
const HEADING = 34;
/** Left ends of the columns, and the room of the intervals. */
const AT = { id: 24, words: 66, plot: 470, model: 796, verdict: 970 };
const PLOT_WIDTH = 280;
/** Left of the intervals, for the lower end of the scale. */
const END_ROOM = 48;

/** Told apart by people who see red and green alike (Okabe and Ito). */
const COLOUR = {
  band: '#dfe5ea',
  published: '#52606d',
  model: '#0072b2',
  nothing: '#d55e00',
  text: '#1f2933',
  dim: '#52606d',
};
const OF_VERDICT: Readonly<Record<Verdict, string>> = {
  inside: '#007a5a',
  inconclusive: '#52606d',
  outside: '#b35900',
  'right sign, outside': '#b35900',
  'wrong sign': '#b00020',
  'cannot be posed yet': '#7b8794',
};

interface Row {
  readonly id: string;
  readonly judged: JudgedMeasure;
  /** Whether a law was changed after the fact had been missed. */
  readonly isWeaker: boolean;
}

/**
 * Published figures beside the model's, as the text of an SVG that needs nothing else. Every row has a scale of its own, as
 * every figure has its own unit: the grey field is the band, the upright line is no effect. Figures that cannot be posed
 * are left out.
 */
export function forestPlot(facts: readonly JudgedFact[], title: string): string {
  const groups = ROLES.map((role) => ({
    role,
    rows: facts
      .filter(({ fact }) => fact.role === role && fact.cannot === null)
      .flatMap(({ fact, measures }) =>
        measures.map((judged): Row => ({ id: fact.id, judged, isWeaker: fact.lawChangedAfterMiss !== null })),
      )
      .filter(({ judged }) => Number.isFinite(judged.live.effect.value)),
  })).filter(({ rows }) => rows.length > 0);
  const parts: string[] = [];
  let y = TOP;
  for (const { role, rows } of groups) {
    const words = role === 'calibrate' ? 'may be fitted' : 'must emerge, never fitted';
    parts.push(text(AT.id, y + 12, `To ${role}: ${words}`, 'font-size="13.5" font-weight="bold"'));
    y += HEADING;
    rows.forEach((row, n) => {
      const isFirst = n === 0 || rows[n - 1]!.id !== row.id;
      parts.push(...drawRow(row, y, isFirst));
      y += ROW;
    });
    y += 10;
  }
  const height = y + 16;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(title)}" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" fill="${COLOUR.text}">
${[`<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`, ...head(title), ...parts].join('\n')}
</svg>
`;
}

function head(title: string): string[] {
  const key = 66;
  return [
    text(AT.id, 32, title, 'font-size="18" font-weight="bold"'),
    `<rect x="${AT.id}" y="${key - 9}" width="26" height="12" fill="${COLOUR.band}"/>`,
    text(AT.id + 33, key, 'pass band', SMALL),
    ...mark(
      AT.id + 120,
      key - 4,
      { value: AT.id + 120, low: AT.id + 106, high: AT.id + 134 },
      COLOUR.published,
      'square',
    ),
    text(AT.id + 142, key, 'published', SMALL),
    ...mark(
      AT.id + 234,
      key - 4,
      { value: AT.id + 234, low: AT.id + 220, high: AT.id + 248 },
      COLOUR.model,
      'dot',
    ),
    text(AT.id + 256, key, 'model, 95% interval of replicates', SMALL),
    ...mark(
      AT.id + 480,
      key - 4,
      { value: AT.id + 480, low: Number.NaN, high: Number.NaN },
      COLOUR.nothing,
      'ring',
    ),
    text(AT.id + 492, key, 'model in which nothing ever changes', SMALL),
    text(AT.id + 736, key, 'Each row has its own scale; upright line: no effect', SMALL),
    text(AT.id + 1046, key, `${WEAKER_TEST} law changed after a miss`, SMALL),
    text(AT.words, 98, 'figure, unit', COLUMN),
    text(AT.plot, 98, 'band', COLUMN),
    text(AT.model, 98, 'model', COLUMN),
    text(AT.verdict, 98, 'verdict (nothing changes)', COLUMN),
    `<line x1="${AT.id}" y1="105" x2="${WIDTH - AT.id}" y2="105" stroke="#cbd2d9"/>`,
  ];
}

const SMALL = 'font-size="12"';
const END = 'font-size="9" fill="#7b8794"';
const COLUMN = `font-size="12" fill="${COLOUR.dim}"`;

function drawRow({ id, judged, isWeaker }: Row, top: number, isFirst: boolean): string[] {
  const { measure, live, nothing, sizedBy, putIn } = judged;
  const middle = top + ROW / 2 - 4;
  const { at, low, high } = scaleOf(judged);
  const [from, to] = measure.band;
  const left = from === null ? AT.plot : at(from);
  const right = to === null ? AT.plot + PLOT_WIDTH : at(to);
  const place = (value: number): number => (Number.isFinite(value) ? at(value) : Number.NaN);
  const spot = (effect: { value: number; low: number; high: number }) => ({
    value: place(effect.value),
    low: place(effect.low),
    high: place(effect.high),
  });
  const published = measure.published;
  const centre = Number.isFinite(published.value) ? published.value : (published.low + published.high) / 2;
  const unit = measure.unit === 'ratio' || measure.unit === 'r' ? '' : `, ${measure.unit}`;
  const neutral = at(measure.neutral);
  const verdict = isWeaker ? `${live.verdict} ${WEAKER_TEST}` : live.verdict;
  return [
    ...(isFirst
      ? [`<line x1="${AT.id}" y1="${top - 3}" x2="${WIDTH - AT.id}" y2="${top - 3}" stroke="#eef1f4"/>`]
      : []),
    ...(isFirst ? [text(AT.id, middle + 4, id, 'font-size="12.5" font-weight="bold"')] : []),
    ...fitted(AT.words, middle + 4, `${measure.words}${unit}`, AT.plot - AT.words - END_ROOM),
    `<rect x="${left.toFixed(1)}" y="${top}" width="${Math.max(1, right - left).toFixed(1)}" height="${ROW - 9}" fill="${COLOUR.band}"><title>${escaped(`band ${bandInWords(measure)}; published ${publishedInWords(measure)}`)}</title></rect>`,
    ...(measure.neutral >= low && measure.neutral <= high
      ? [
          `<line x1="${neutral.toFixed(1)}" y1="${top - 1}" x2="${neutral.toFixed(1)}" y2="${top + ROW - 8}" stroke="#9aa5b1"/>`,
        ]
      : []),
    ...mark(place(centre), middle - 4.5, spot({ ...published, value: centre }), COLOUR.published, 'square'),
    ...mark(
      place(nothing.effect.value),
      middle + 4.5,
      spot({ ...nothing.effect, low: Number.NaN, high: Number.NaN }),
      COLOUR.nothing,
      'ring',
    ),
    ...mark(place(live.effect.value), middle + 4.5, spot(live.effect), COLOUR.model, 'dot'),
    text(AT.model, middle + 4, effectInWords(live.effect), 'font-size="12"'),
    text(
      AT.verdict,
      middle + 4,
      verdict,
      `font-size="12" font-weight="bold" fill="${OF_VERDICT[live.verdict]}"`,
    ),
    text(
      AT.verdict + 6.7 * verdict.length + 16,
      middle + 4,
      sizedBy.length > 0
        ? putIn.length > 0
          ? '(no test: rows put in for it)'
          : '(no test: sized by it)'
        : nothing.effect.replicates === 0
          ? ''
          : `(${nothing.verdict})`,
      `font-size="11" fill="${COLOUR.dim}"`,
    ),
    text(AT.plot - 4, middle + 4, figure(low), `${END} text-anchor="end"`),
    text(AT.plot + PLOT_WIDTH + 4, middle + 4, figure(high), END),
  ];
}

/** A row's own scale: everything that is drawn in it, and no effect, with a little room at the ends. */
function scaleOf({ measure, live, nothing }: JudgedMeasure) {
  const { value, low, high } = measure.published;
  const values = [
    ...measure.band.filter((end) => end !== null),
    value,
    low,
    high,
    live.effect.value,
    live.effect.low,
    live.effect.high,
    nothing.effect.value,
    measure.neutral,
  ].filter(Number.isFinite);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = 0.07 * Math.max(most - least, 1e-6);
  const [from, to] = [least - room, most + room];
  return { at: (x: number) => AT.plot + (PLOT_WIDTH * (x - from)) / (to - from), low: from, high: to };
}

function mark(
  x: number,
  y: number,
  { low, high }: { readonly value: number; readonly low: number; readonly high: number },
  colour: string,
  shape: 'dot' | 'square' | 'ring',
): string[] {
  const parts: string[] = [];
  if (Number.isFinite(low + high))
    parts.push(
      `<line x1="${low.toFixed(1)}" y1="${y.toFixed(1)}" x2="${high.toFixed(1)}" y2="${y.toFixed(1)}" stroke="${colour}" stroke-width="2.2"/>`,
    );
  if (!Number.isFinite(x)) return parts;
  const at = `${x.toFixed(1)}`;
  if (shape === 'square')
    parts.push(
      `<rect x="${(x - 3.4).toFixed(1)}" y="${(y - 3.4).toFixed(1)}" width="6.8" height="6.8" fill="${colour}"/>`,
    );
  else if (shape === 'dot') parts.push(`<circle cx="${at}" cy="${y.toFixed(1)}" r="4" fill="${colour}"/>`);
  else
    parts.push(
      `<circle cx="${at}" cy="${y.toFixed(1)}" r="4" fill="none" stroke="${colour}" stroke-width="1.7"/>`,
    );
  return parts;
}

/** Words in one line, or in two smaller ones where they would not fit. */
function fitted(x: number, y: number, words: string, room: number): string[] {
  if (6.1 * words.length <= room) return [text(x, y, words, 'font-size="12"')];
  const middle = words.lastIndexOf(' ', Math.ceil(words.length / 2) + 6);
  return [
    text(x, y - 6, words.slice(0, middle), 'font-size="11"'),
    text(x, y + 6, words.slice(middle + 1), 'font-size="11"'),
  ];
}

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
