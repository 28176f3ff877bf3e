// Writes what the calibrations of data/calibration found into the rows of the evidence, rounded to three digits:
// `npm run calibrate:rows`, or `npm run calibrate:rows -- tables` for one of them. A row that stands at its fit already, rounded, is left alone.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fittedRows, isRounded } from '../dist/lab/calibration/stages.js';
import { registry } from '../dist/lab/parameters/registry.js';
import { SPECIALTIES } from '../dist/model/place.js';

const FOLDER = 'src/model/evidence/rows';
const DIGITS = 3;
/** What stands before the value of a row: its status, perhaps on a line of its own. */
const VALUE = /(calibrated|assumption)\(\s*(-?[\d._]+(?:e-?\d+)?)/;

const files = new Map(
  readdirSync(FOLDER).map((file) => [join(FOLDER, file), readFileSync(join(FOLDER, file), 'utf8')]),
);
const inForce = new Map(registry().map(({ id, value }) => [id, value]));
const stages = process.argv.slice(2);
let moved = 0;
for (const [id, { stage, value }] of fittedRows()) {
  if (stages.length > 0 && !stages.includes(stage)) continue;
  const before = inForce.get(id);
  if (isRounded(before, value)) continue;
  const rounded = Number(value.toPrecision(DIGITS));
  const [file, at] = placeOf(id);
  const text = files.get(file);
  const found = VALUE.exec(text.slice(at));
  if (found === null || Number(found[2]) !== before)
    throw new Error(
      `${file}: the value ${before} of ${id} is not where it was expected; set it to ${rounded} by hand`,
    );
  const end = at + found.index + found[0].length;
  files.set(file, text.slice(0, end - found[2].length) + rounded + text.slice(end));
  console.log(`${id}: ${before} -> ${rounded} (${stage})`);
  moved += 1;
}
for (const [file, text] of files) writeFileSync(file, text);
console.log(
  moved === 0
    ? 'every row stands at its fit'
    : `${moved} rows set; what took them as given is to be run again`,
);

/** File and offset from which the value of a row follows: its own entry, or its specialty's in a table. */
function placeOf(id) {
  for (const [file, text] of files) {
    const at = text.indexOf(`'${id}',`);
    if (at >= 0) return [file, at];
  }
  const specialty = SPECIALTIES.find((name) => id.endsWith(`_${name}`));
  const table = specialty === undefined ? undefined : id.slice(0, -specialty.length - 1);
  for (const [file, text] of files) {
    const start = text.indexOf(`bySpecialty('${table}'`);
    const at = start < 0 ? -1 : text.indexOf(` ${specialty}:`, start);
    if (at >= 0) return [file, at];
  }
  throw new Error(`${FOLDER}: no entry of ${id}`);
}
