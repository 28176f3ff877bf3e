/**
 * Writes again what the documents say of settings and regimes, from the data: `npm run docs:reference`.
 * Needs the built program.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { REFERENCE_PAGES, renewed } from '../dist/cli/reference-pages.js';

for (const page of REFERENCE_PAGES) {
  const path = new URL(`../${page.file}`, import.meta.url);
  const document = readFileSync(path, 'utf8');
  const text = renewed(document, page);
  if (text !== document) writeFileSync(path, text);
  console.log(`${page.file}: ${text === document ? 'current' : 'written'}`);
}
