import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program as it runs: built, or its sources where tests run those. */
const PROGRAM = fileURLToPath(new URL('../../', import.meta.url));
const ENGLAND = fileURLToPath(new URL('../../../data/england', import.meta.url));

/** What every run rests on: the model, the making of places, and how arms become runs. */
const OF_EVERY_RUN = ['kernel', 'model', 'lab/place', 'lab/study', 'lab/experiment'];

/**
 * Files that change no figure: words about numbers, whose values a study remembers apart, and what only prints or judges.
 * A file that is not named here counts, so that forgetting one is safe.
 */
const SAYS_ONLY = [
  /^model\/evidence\/(rows\/.*|source-years|source-grades|sized-by|provenance|prior)\.[jt]s$/,
  /^lab\/place\/(compile-england\/.*|list-places)\.[jt]s$/,
  /^lab\/study\/(print-table|options)\.[jt]s$/,
  /^lab\/facts\/(forest-plot|judge|tables|verdict|words|write-facts|untold-sizings|index)\.[jt]s$/,
  /^lab\/sampling\/claims-report\.[jt]s$/,
];

const CODE = /(?<!\.d)\.(?:js|ts|cjs|cts|wasm)$/;

/**
 * Fingerprint of the code and place tables that make figures: those of every run, and a study's own folders of
 * the program, such as `lab/facts`. Another fingerprint may give other figures from the same numbers.
 */
export function codeFingerprint(own: readonly string[] = [], program = PROGRAM, data = ENGLAND): string {
  const hash = createHash('sha256');
  const add = (root: string, path: string): void => {
    hash
      .update(`${path}\n`)
      .update(readFileSync(join(root, path)))
      .update('\n');
  };
  for (const folder of [...OF_EVERY_RUN, ...own])
    for (const path of filesIn(program, folder))
      if (CODE.test(path) && !SAYS_ONLY.some((pattern) => pattern.test(path))) add(program, path);
  for (const path of filesIn(data, '')) add(data, path);
  return hash.digest('hex').slice(0, 16);
}

/** Files below a folder, sorted, as paths from the root with `/`. */
function filesIn(root: string, folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(root, path) : [path];
    });
}
