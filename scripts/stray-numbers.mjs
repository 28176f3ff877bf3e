/**
 * Finds numbers in the model and in the making of places that should be rows: every number of the model is a row of
 * `src/model/evidence/rows/` (of places: `src/lab/place/assumptions/`) and comes in by the settings. What may stand in the code
 * is listed with its reason: here if it is usual (arrays, units, bits), in `allowed-numbers.mjs` or
 * `allowed-structure-numbers.mjs` if it is of one file.
 */
import { ALLOWED } from './allowed-numbers.mjs';
import { ALLOWED_STRUCTURE, STRUCTURE } from './allowed-structure-numbers.mjs';

/**
 * Code that is looked through. Not the numbers themselves: rows, published tables and generated anchors; nor institutions
 * and regimes, whose schemas list their numbers as policy (`lhe parameters institution`); nor what is written again in
 * AssemblyScript, which tests hold to the same bits as the TypeScript that is looked through.
 */
const WATCHED =
  /^src\/(?:model\/(?!evidence\/(?:rows|tables)\/|evidence\/(?:anchors|source-years|source-grades)\.ts|population\/assembly\/|regimes\/|institutions\/(?:budget|choice|entitlement|governance|payment|programme|provision|rollout)\.ts)|lab\/place\/(?!assumptions\/|tables\/))/;

/** Where laws are: nothing but what is usual among laws stands there without a row or a reason. */
const LAWS = /^src\/model\/(?:behaviour|phases)\//;

/** Whether a file is looked through. */
export function isWatched(path) {
  return WATCHED.test(path);
}

/** Needs no reason: nothing, one, the other sign, both. */
const PLAIN = ['0', '1', '2'];

/** [number, where it may stand with the number as `#`, reason]: layouts of arrays, units, bits of keys. */
const USUAL = [
  ['3', />> #(?!\d)/, 'a queue’s index is 8 times the provider plus the specialty'],
  ['7', /& #(?!\d)/, 'three bits: a specialty, a fifth of deprivation, a stage'],
  ['8', /(?:[*<+] |length: |>>> )#|\/ #;/, 'specialties; a byte of a draw'],
  ['5', /\* # \+/, 'fifths of deprivation'],
  ['12', /(?:[*<+] |\+= )#|\* # \+/, 'conditions'],
  ['52', /(?:[*/%] |week [<>=!]+ |=> | = |\|\| )#|# ?\*/, 'weeks of a model year'],
  ['51', /% 52 [!=]== #/, 'the last week of a year'],
  [
    '7',
    /(?:[*/%] |= )#|# [-*]/,
    'days of a week',
    /phases\/(?:admissions|beds|emergency-care|observation)\.ts$/,
  ],
  ['100', /(?:[*/] )#|^#$|# \*/, 'pence of a pound, per cent'],
  ['1000', /# \*/, 'per thousand'],
  ['24', />>> #|<< #/, 'a byte of a draw, a part of a key'],
  ['20', />>> #/, 'twelve bits of a draw'],
  ['13', /^(?:const \w*(?:MONTHS|REVIEW_WEEKS) = )#;/, 'weeks of a quarter, four-week months of a year'],
  ['4', /^const (?:QUARTERS|MONTH) = #;/, 'quarters of a year, weeks of a month'],
  ['52', /^const \w*WEEKS = #;|^export const \w*WEEKS = #;/, 'weeks of a model year'],
];

/** Hexadecimal numbers and those one at or below a power of two from 255 on: bits of keys, tables of that length. */
function isBits(number) {
  if (/^0x/i.test(number)) return true;
  const value = Number(number);
  return (
    value >= 255 && Number.isInteger(value) && [value, value + 1].some((n) => Number.isInteger(Math.log2(n)))
  );
}

/**
 * Stray numbers of one file.
 * @param path of the file from the root
 * @param code the file's text with comments and strings blanked
 * @returns `found`: places of numbers without a reason; `idle`: pieces in the list that the file does not have
 */
export function strayNumbers(path, code) {
  const file = path.replace(/^src\/(?:model\/)?/, '');
  const pieces = [...(ALLOWED[file] ?? []), ...(ALLOWED_STRUCTURE[file] ?? [])];
  const covered = rangesOf(
    code,
    pieces.map(([piece]) => piece),
  );
  const found = [
    ...code.matchAll(/(?<![\w.$])(?:0[xX][\da-fA-F_]+|(?:\d[\d_]*)?\.?\d+(?:[eE][+-]?\d+)?)n?(?![\w.])/g),
  ]
    .map((match) => ({ number: match[0].replaceAll('_', ''), at: match.index, length: match[0].length }))
    .filter(({ number }) => !PLAIN.includes(number) && !isBits(number))
    .filter(({ at }) => !covered.some(([from, to]) => from <= at && at < to))
    .filter((place) => !isUsual(path, code, place));
  return { found, idle: pieces.map(([piece]) => piece).filter((piece) => !code.includes(piece)) };
}

function rangesOf(code, pieces) {
  return pieces.flatMap((piece) => {
    const found = [];
    for (let at = code.indexOf(piece); at >= 0; at = code.indexOf(piece, at + 1))
      found.push([at, at + piece.length]);
    return found;
  });
}

function isUsual(path, code, { number, at, length }) {
  const from = code.lastIndexOf('\n', at) + 1;
  const end = code.indexOf('\n', at);
  const line = `${code.slice(from, at)}#${code.slice(at + length, end < 0 ? code.length : end)}`.trim();
  if (/2 \*\* -?#/.test(line)) return true;
  const fits = ([usual, where, , files]) =>
    (usual === number || (usual instanceof RegExp && usual.test(number))) &&
    (files === undefined || files.test(path)) &&
    where.test(line);
  return USUAL.some(fits) || (!LAWS.test(path) && STRUCTURE.some(fits));
}
