/**
 * Puts an examination's own output into the documents: `npm run facts:page [-- results folder]` (default results/facts).
 * Writes the table between the markers of docs/evidence.md and copies the forest plot to docs/images/facts.svg.
 * The same results give the same bytes.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PAGE = join(ROOT, 'docs', 'evidence.md');
/** Stands behind every verdict of a fact for which a law was changed after it had been missed. */
const WEAKER_TEST = '†';
const MARKERS = ['<!-- examination: npm run facts:page -->', '<!-- end of examination -->'];

const folder = process.argv[2] ?? join(ROOT, 'results', 'facts');
const facts = table('facts.csv').filter(({ set }) => set === 'shipped');
const allEffects = table('facts-effects.csv');
const effects = allEffects.filter(({ set }) => set === 'shipped');
/** The same on parameters from before anything was fitted, where the folder has them. */
const unfitted = allEffects.filter(
  ({ set, model }) => set === 'uncalibrated' && model === 'organisations act',
);

const known = readFileSync(join(ROOT, 'data', 'evidence', 'facts.yaml'), 'utf8').match(/^- id: /gm).length;
const posed = facts.filter(({ cannot_be_posed_yet }) => cannot_be_posed_yet === '');
const idle = posed.filter(({ id }) => !effects.some((row) => row.id === id && row.value !== ''));
if (facts.length < known || idle.length > 0)
  throw new Error(`${folder} does not hold the whole examination: run lhe facts without --id first`);

const page = readFileSync(PAGE, 'utf8');
const [from, to] = MARKERS.map((marker) => page.indexOf(marker));
if (from < 0 || to < from) throw new Error(`docs/evidence.md lacks the markers ${MARKERS.join(' ')}`);
const body = ['calibrate', 'validate'].flatMap((role) => [
  `**To ${role}**`,
  '',
  `| fact | figure | published | band | model (95%) | verdict | nothing changes |${unfitted.length > 0 ? ' before any fit |' : ''}`,
  `| --- | --- | --- | --- | --- | --- | --- |${unfitted.length > 0 ? ' --- |' : ''}`,
  ...facts.filter((fact) => fact.role === role).flatMap(linesOf),
  '',
  ...weakerTests(role),
  counted(role),
  '',
]);
writeFileSync(PAGE, page.slice(0, from) + [MARKERS[0], '', ...body].join('\n') + page.slice(to));
copyFileSync(join(folder, 'facts.svg'), join(ROOT, 'docs', 'images', 'facts.svg'));
console.log(body.join('\n'));

function linesOf(fact) {
  if (fact.cannot_be_posed_yet !== '')
    return [
      `| ${fact.id} | ${fact.metric} | ${plain(fact.published)} | ${plain(fact.band)} | | cannot be posed yet: ${fact.cannot_be_posed_yet} | |${unfitted.length > 0 ? ' |' : ''}`,
    ];
  const rows = effects.filter(({ id, model }) => id === fact.id && model === 'organisations act');
  return rows.map((row, n) => {
    const nothing = effects.find(
      ({ id, measure, model }) => id === row.id && measure === row.measure && model === 'nothing changes',
    );
    const reason = row.reason === '' ? '' : `: ${row.reason}`;
    const verdict = verdictOf(row);
    return `| ${n === 0 ? fact.id : ''} | ${row.figure}, ${row.unit} | ${published(row)} | ${band(row)} | ${interval(row)} | ${verdict}${reason} | ${nothing.value === '' ? '' : nothing.verdict} |${beforeFit(row)}`;
  });
}

/** Neither a figure by which a row was sized nor one that is context is ever bold: it is no test. */
function verdictOf({ verdict, no_test, law_changed_after_miss, reason }) {
  const mark = law_changed_after_miss === '' ? '' : ` ${WEAKER_TEST}`;
  if (reason.startsWith('context')) return `${verdict}${mark}`;
  if (no_test !== '') return `${verdict}${mark}; ${no_test.replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/g, '`$&`')}`;
  return `${verdict === 'inside' ? '**inside**' : verdict}${mark}`;
}

/** What the mark of a weaker test stands for, where a fact of the role has it. */
function weakerTests(role) {
  const changed = facts.filter((fact) => fact.role === role && fact.law_changed_after_miss !== '');
  if (changed.length === 0) return [];
  const each = changed.map(({ id, law_changed_after_miss }) => `${id}, ${law_changed_after_miss}`);
  return [`${WEAKER_TEST} Law changed after a miss, so a weaker test: ${each.join('; ')}.`, ''];
}

function beforeFit(row) {
  if (unfitted.length === 0) return '';
  const before = unfitted.find(({ id, measure }) => id === row.id && measure === row.measure);
  return before === undefined || before.value === '' ? ' |' : ` ${interval(before)}, ${before.verdict} |`;
}

function counted(role) {
  const of = facts.filter((fact) => fact.role === role);
  const posed = of.filter(({ verdict }) => !['no test', 'context', 'cannot be posed yet'].includes(verdict));
  const counts = new Map();
  for (const { verdict } of of) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const nothing = posed.filter((fact) => fact.verdict_nothing_changes.startsWith('inside')).length;
  const sized = effects.filter(
    (row) => row.role === role && row.model === 'organisations act' && row.no_test !== '' && row.value !== '',
  );
  const named = [...new Set(sized.map(({ verdict }) => verdict))].map((verdict) => {
    const of = sized.filter((row) => row.verdict === verdict);
    const names = of.map(({ id, measure }) => `${id} ${measure}`).join(', ');
    return `${of.length} ${verdict}${verdict === 'inside' ? '' : ` (${names})`}`;
  });
  const by = role === 'validate' ? 'worst figure that is a test' : 'worst figure';
  return `${of.length} facts, each by its ${by}: ${[...counts].map(([verdict, n]) => `${n} ${verdict}`).join(', ')}. ${sized.length} figures are no test, as rows were sized by them or put in for them: ${named.join(', ')}. Where nothing ever changes, ${nothing} of the ${posed.length} that were posed are inside.`;
}

function published({ published_value, published_low, published_high }) {
  const ends = published_low === '' ? '' : `${figure(published_low)} to ${figure(published_high)}`;
  if (published_value === '') return ends;
  return ends === '' ? figure(published_value) : `${figure(published_value)} (${ends})`;
}

function band({ band_from, band_to, end_inside }) {
  if (band_from === '') return end_inside === '' ? `below ${figure(band_to)}` : `${figure(band_to)} or below`;
  if (band_to === '' && end_inside !== '') return `${figure(band_from)} or above`;
  return band_to === '' ? `above ${figure(band_from)}` : `${figure(band_from)} to ${figure(band_to)}`;
}

function interval({ value, ci_low, ci_high }) {
  if (value === '') return '';
  return ci_low === '' ? figure(value) : `${figure(value)} (${figure(ci_low)} to ${figure(ci_high)})`;
}

function figure(text) {
  const value = Number(text);
  const size = Math.abs(value);
  const short = String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)));
  return (short === '-0' ? '0' : short).replace('-', '−');
}

/** Text that a spreadsheet would take for a formula stands behind an apostrophe in the files. */
function plain(words) {
  return words.replace(/^'(?=[-+=@])/, '');
}

function table(name) {
  return parse(readFileSync(join(folder, name), 'utf8'), { columns: true });
}
