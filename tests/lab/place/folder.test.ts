import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlace } from '../../../src/lab/place/load-place.ts';
import { PlaceError, type PlaceProblem } from '../../../src/lab/place/place-error.ts';
import { TABLE_FORMATS } from '../../../src/lab/place/table-formats.ts';
import type { Place } from '../../../src/model/place.ts';

/** Two towns 30 km apart, each with a commissioner, two zones, a practice and a hospital. */
const TABLES: Readonly<Record<string, string>> = {
  'commissioners.csv': 'code,name,residents_2011\nA,Ayton,40000\nB,"Beeton, with a comma",20000\n',
  'zones.csv':
    'code,latitude,longitude,deprivation_quintile,rural,commissioner_code,people\n' +
    'Z1,52.0,-2.0,1,0,A,1500\nZ2,52.01,-2.0,5,0,A,1500\nZ3,52.27,-2.0,3,1,B,1000\nZ4,52.28,-2.0,2,1,B,\n',
  'practices.csv':
    'code,latitude,longitude,commissioner_code,registered_0_14,registered_15_44,registered_45_64,registered_65_74,registered_75_plus\n' +
    'P1,52.005,-2.0,A,700,1600,1000,400,300\nP2,52.275,-2.0,B,300,800,600,300,200\n',
  'providers.csv': 'code,name,beds\nH1,Ayton General,100\nH2,Beeton Cottage,50\n',
  'sites.csv':
    'provider_code,site_code,latitude,longitude,planned,emergency\nH1,1,52.0,-2.01,1,1\nH2,1,52.28,-2.01,1,1\n',
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lhe-place-'));
});
afterAll(() => rmSync(root, { recursive: true }));

let made = 0;
function folderWith(changes: Readonly<Record<string, string | null>> = {}): string {
  const name = `place${made++}`;
  mkdirSync(join(root, name));
  for (const [file, content] of Object.entries({ ...TABLES, ...changes })) {
    if (content !== null) writeFileSync(join(root, name, file), content);
  }
  return name;
}

function load(changes: Readonly<Record<string, string | null>> = {}): Place {
  return loadPlace({ folder: folderWith(changes) }, { within: root });
}

function problemsOf(changes: Readonly<Record<string, string | null>>): readonly PlaceProblem[] {
  try {
    load(changes);
  } catch (error) {
    if (error instanceof PlaceError) return error.problems;
    throw error;
  }
  return [];
}

const edit = (file: string, from: string, to: string) => ({ [file]: TABLES[file].replace(from, to) });

describe("a user's folder", () => {
  it('becomes a closed place', () => {
    const place = load();
    expect(place.origin).toBe('folder');
    expect(place.national).toBe(false);
    expect(place.commissioners.name).toEqual(['Ayton', 'Beeton, with a comma']);
    expect([...place.zones.quintile]).toEqual([0, 4, 2, 1]);
    expect([...place.providers.plannedShareFromPlace]).toEqual([1, 1]);
    // 40,000 people of mid-2011 were a few fewer in mid-2007, equally split over two zones of 1,500.
    expect(place.zones.residents[0]).toBeCloseTo(place.zones.residents[1], 9);
    expect(place.zones.residents[0]).toBeGreaterThan(19_000);
    expect(place.zones.residents[0]).toBeLessThan(20_000);
    // The zone without a number got the mean of its commissioner's others: the same as its one neighbour.
    expect(place.zones.residents[3]).toBeCloseTo(place.zones.residents[2], 9);
    expect(place.imputed).toContainEqual({
      table: 'zones',
      code: 'Z4',
      field: 'people',
      value: 1000,
      rule: "mean of the commissioner's other zones",
    });
  });

  it('does not depend on the order of rows and columns, on CRLF, quotes or a byte-order mark', () => {
    const plain = load();
    const lines = TABLES['zones.csv'].trim().split('\n');
    const shuffled = [lines[0], lines[3], lines[1], lines[4], lines[2]]
      .map((line) =>
        line
          .split(',')
          .reverse()
          .map((field) => `"${field}"`)
          .join(','),
      )
      .join('\r\n');
    const other = load({ 'zones.csv': `\uFEFF${shuffled}\r\n` });
    expect({ ...other, id: '', name: '' }).toEqual({ ...plain, id: '', name: '' });
  });

  it('takes its name from name.txt', () => {
    expect(load({ 'name.txt': 'Two towns\n' }).name).toBe('Two towns');
  });
});

describe('a folder with mistakes', () => {
  it('reports all of them at once, each with file, line and column', () => {
    const problems = problemsOf({
      ...edit('zones.csv', 'Z2,52.01,-2.0,5', 'Z2,-52.01,-2.0,6'),
      ...edit('providers.csv', 'H2,Beeton Cottage,50', 'H2,Beeton Cottage,fifty'),
    });
    expect(problems.map(({ file, line, column, found }) => [file, line, column, found])).toEqual([
      ['zones.csv', 3, 'latitude', '"-52.01"'],
      ['zones.csv', 3, 'deprivation_quintile', '"6"'],
      ['providers.csv', 3, 'beds', '"fifty"'],
    ]);
  });

  it.each([
    ['NaN', edit('providers.csv', ',100', ',NaN'), 'beds'],
    ['Infinity', edit('providers.csv', ',100', ',Infinity'), 'beds'],
    ['hexadecimal', edit('providers.csv', ',100', ',0x64'), 'beds'],
    ['a negative number', edit('providers.csv', ',100', ',-1'), 'beds'],
    ['an absurd number', edit('providers.csv', ',100', ',1e9'), 'beds'],
    ['nothing where a value is needed', edit('practices.csv', 'A,700', 'A,'), 'registered_0_14'],
    ['a ragged row', edit('providers.csv', 'H1,Ayton General,100', 'H1,Ayton General'), ''],
    ['a code twice', edit('zones.csv', 'Z2,', 'Z1,'), 'code'],
    ['an unknown commissioner', edit('zones.csv', '0,A,1500\nZ2', '0,X,1500\nZ2'), 'commissioner_code'],
    ['an unknown provider', edit('sites.csv', 'H2,', 'H9,'), 'provider_code'],
    ['a column of no meaning', edit('providers.csv', 'code,name,beds', 'code,name,bedz'), 'bedz'],
    ['a missing column', edit('sites.csv', 'emergency', 'island'), 'emergency'],
    ['a commissioner without practices', edit('practices.csv', '-2.0,B,', '-2.0,A,'), 'code'],
  ])('refuses %s', (_what, changes, column) => {
    const problems = problemsOf(changes);
    expect(problems.map((p) => p.column)).toContain(column);
    for (const problem of problems) expect(problem.file).toMatch(/\.csv$/);
  });

  it.each([
    ['a missing table', { 'sites.csv': null }],
    ['an empty table', { 'sites.csv': '' }],
    ['a table without rows', { 'zones.csv': `${TABLES['zones.csv'].split('\n')[0]}\n` }],
    ['an unclosed quote', edit('commissioners.csv', 'comma"', 'comma')],
  ])('refuses %s', (_what, changes) => {
    expect(problemsOf(changes).length).toBeGreaterThan(0);
  });

  it('reports a file that a misspelt name leaves unread, and lets other files be', () => {
    expect(problemsOf({ 'flow.csv': 'a\n1\n', 'Population.csv': 'a\n1\n', 'my_notes.csv': 'x\n' })).toEqual(
      ['Population', 'flow'].map((name) => ({
        file: `${name}.csv`,
        line: 0,
        column: '',
        found: 'a name that no table has',
        expected: name === 'flow' ? 'flows.csv' : 'population.csv',
      })),
    );
  });

  it('says no more than fifty things about one table', () => {
    const header = TABLES['zones.csv'].split('\n')[0];
    const rows = Array.from({ length: 500 }, (_, i) => `Y${i},x,x,x,x,A,x`).join('\n');
    expect(problemsOf({ 'zones.csv': `${header}\n${rows}\n` })).toHaveLength(51);
  });
});

describe('a folder that climbs out', () => {
  const refuse = (folder: string) =>
    expect(() => loadPlace({ folder }, { within: root })).toThrow(PlaceError);

  it('is refused', () => {
    refuse('..');
    refuse('../../etc');
    refuse('/etc');
    refuse('place\u0000');
    refuse('nowhere');
  });

  it('is refused by way of a link, of the folder or of a table', () => {
    const outside = mkdtempSync(join(tmpdir(), 'lhe-outside-'));
    for (const [file, content] of Object.entries(TABLES)) writeFileSync(join(outside, file), content);
    symlinkSync(outside, join(root, 'linked'));
    refuse('linked');
    const name = folderWith({ 'zones.csv': null });
    symlinkSync(join(outside, 'zones.csv'), join(root, name, 'zones.csv'));
    refuse(name);
    rmSync(outside, { recursive: true });
  });
});

describe('docs/places.md', () => {
  it('describes every column of every table', () => {
    const text = readFileSync(new URL('../../../docs/places.md', import.meta.url), 'utf8');
    for (const format of TABLE_FORMATS) {
      expect(text).toContain(format.file);
      for (const column of format.columns) expect(text, column.name).toContain(`\`${column.name}\``);
    }
  });
});
