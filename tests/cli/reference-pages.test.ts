import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFERENCE_PAGES, renewed } from '../../src/cli/reference-pages.ts';
import { SETTINGS } from '../../src/model/institutions/settings.ts';
import { REGIMES } from '../../src/model/regimes/regimes.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

describe('the reference in the documents', () => {
  it.each(REFERENCE_PAGES)('of $mark in $file is current', (page) => {
    const document = read(page.file);
    const isCurrent = renewed(document, page) === document;
    expect(isCurrent, `${page.file} is out of date: write it again with npm run docs:reference`).toBe(true);
  });

  it('has every setting and every regime', () => {
    const scenarios = read('docs/scenarios.md');
    for (const { path, description } of SETTINGS) {
      expect(scenarios).toContain(`| \`${path}\` |`);
      expect(scenarios).toContain(description);
    }
    const regimes = read('docs/regimes.md');
    for (const { id, claimed } of REGIMES) {
      expect(regimes).toContain(`### \`${id}\``);
      expect(regimes).toContain(claimed);
    }
  });

  it('is written between its marks and nowhere else', () => {
    const page = { file: 'x.md', mark: 'x', text: () => 'new' };
    const before = 'first\n<!-- x: npm run docs:reference -->\nold\n<!-- end of x -->\nlast\n';
    expect(renewed(before, page)).toBe(
      'first\n<!-- x: npm run docs:reference -->\n\nnew\n<!-- end of x -->\nlast\n',
    );
    expect(() => renewed('first\n', page)).toThrow('x.md has no part');
  });
});
