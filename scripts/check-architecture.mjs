/**
 * Checks the rules of docs/architecture.md: `node scripts/check-architecture.mjs [root]`.
 * Prints each violation as file:line: what; ends with 1 if there is one. Long files are only a warning.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bare } from './source-text.mjs';
import { isWatched, strayNumbers } from './stray-numbers.mjs';

const LONG_FILE_LINES = 350;

/** Which room under src/ may import which others. `index` is src/index.ts. */
const ROOMS = {
  kernel: [],
  model: ['kernel'],
  lab: ['model', 'kernel'],
  cli: ['lab', 'model', 'kernel'],
  testing: ['lab', 'model', 'kernel'],
  index: ['lab', 'model', 'kernel'],
};

/** Rooms that run unchanged in a browser, and the packages that do so too. */
const PURE = ['kernel', 'model'];
const PURE_PACKAGES = ['immer', 'seedrandom', 'zod'];

const IMPURE = [
  [
    /\b(Date|performance|process|console|crypto|Buffer|setTimeout|setInterval|fetch)\b/g,
    'touches the outside',
  ],
  [/\bMath\s*\.\s*random\b/g, 'is luck that no seed decides'],
  [
    /\bMath\s*\.\s*(exp|expm1|log|log10|log2|log1p|pow|cbrt|hypot|a?(?:sin|cos|tan)h?|atan2)\b/g,
    'differs between engines: use src/kernel/deterministic-math.ts',
  ],
  // A literal power of two is exact everywhere.
  [
    /(?<!(?<![\w.])2 )\*\*|\*\*(?! -?\d)/g,
    'differs between engines: use detPow of src/kernel/deterministic-math.ts',
  ],
  [/^(?:export )?(?:let|var)\b/gm, 'is state that outlives a run'],
];

/** In any file: the address of a package registry, or a folder of somebody's machine. */
const PRIVATE = [
  [
    /\bhttps?:\/\/[^\s/"'`]*(?:registry|artifactory|verdaccio|nexus)[^\s/"'`]*/gi,
    'is the host of a registry',
  ],
  [/(?<![\w.~/-])\/(?:home|work|root|Users|tmp)\/[\w.-]+/g, 'is a path of a machine'],
  [/\b[A-Z]:\\{1,2}Users\\/g, 'is a path of a machine'],
];

const IGNORED = ['.git', 'node_modules', 'dist', 'dist-bench', 'coverage', 'results'];

const root = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..'));
const violations = [];
const warnings = [];

const paths = filesIn(root).map((path) => relative(root, path).split(sep).join('/'));
for (const path of paths) checkPrivacy(path, read(path));

const sources = paths.filter((path) => /^src\/.*\.ts$/.test(path) && !path.endsWith('.generated.ts'));
const imports = new Map();
for (const path of sources) {
  const text = read(path);
  const { code, withStrings } = bare(text);
  imports.set(path, importsOf(path, withStrings));
  checkImports(path, imports.get(path));
  if (PURE.includes(roomOf(path))) checkPurity(path, code);
  checkRegimeNames(path, withStrings);
  if (isWatched(path)) checkNumbers(path, code);
  const lines = text.split('\n').length;
  if (lines > LONG_FILE_LINES) warnings.push(`${path}: ${lines} lines, more than ${LONG_FILE_LINES}`);
}
checkCycles();
checkPackages();

for (const warning of warnings) console.log(`warning: ${warning}`);
for (const { path, line, what } of violations) console.error(`${path}:${line}: ${what}`);
console.log(`${sources.length} source files, ${paths.length} files, ${violations.length} violations`);
process.exitCode = violations.length > 0 ? 1 : 0;

/** Imports point down the rooms; inside the model, nothing but the tick uses phases, and presets stay data. */
function checkImports(path, found) {
  const room = roomOf(path);
  const inner = innerRoomOf(path);
  for (const { specifier, target, line } of found) {
    const complain = (what) => violations.push({ path, line, what });
    if (target === undefined) {
      if (PURE.includes(room) && !PURE_PACKAGES.includes(specifier.split('/')[0])) {
        complain(`${room} runs in a browser too and may not import '${specifier}'`);
      }
      continue;
    }
    if (!target.startsWith('src/')) {
      // package.json is data of the package itself.
      if (target !== 'package.json') complain(`src may not import ${target}`);
      continue;
    }
    const other = roomOf(target);
    if (other !== room && !ROOMS[room]?.includes(other))
      complain(`${room} may not import ${other} (${target})`);
    const otherInner = innerRoomOf(target);
    if (inner === 'regimes' && !['regimes', 'institutions'].includes(otherInner)) {
      complain(`regimes may import institutions only, not ${target}`);
    }
    if (room === 'model' && inner !== 'regimes' && otherInner === 'regimes') {
      complain(`behaviour reads institutions, never a regime: ${target}`);
    }
    if (room === 'model' && inner !== undefined && inner !== 'phases' && otherInner === 'phases') {
      complain(`only the tick uses phases, not ${inner} (${target})`);
    }
    if (
      inner === 'evidence' &&
      otherInner !== 'evidence' &&
      other === 'model' &&
      target !== 'src/model/place.ts'
    ) {
      complain(`evidence stands below the rest of the model and may not import ${target}`);
    }
  }
}

function checkPurity(path, code) {
  for (const [pattern, why] of IMPURE) {
    for (const match of code.matchAll(pattern)) {
      violations.push({ path, line: lineOf(code, match.index), what: `${match[0]} ${why}` });
    }
  }
}

/** Numbers of the model are rows: its code holds none but those listed with a reason. */
function checkNumbers(path, code) {
  const { found, idle } = strayNumbers(path, code);
  for (const { number, at } of found) {
    const what = `${number} is a stray number: make it a row of src/model/evidence/rows, or give its reason in scripts/allowed-numbers.mjs`;
    violations.push({ path, line: lineOf(code, at), what });
  }
  for (const piece of idle)
    warnings.push(`${path}: no longer has \`${piece.trim()}\` of scripts/allowed-*.mjs`);
}

/**
 * No code of the model asks which regime is in force: it names none, in whatever spelling. Only the sources of numbers
 * may cite one; they are words that no law reads.
 */
function checkRegimeNames(path, text) {
  if (innerRoomOf(path) === 'regimes') checkRegimeFile(path, text);
  if (roomOf(path) !== 'model' || innerRoomOf(path) === 'regimes') return;
  if (path.startsWith('src/model/evidence/rows/')) return;
  for (const words of regimeNames()) {
    for (const match of text.matchAll(new RegExp(words.join('[-_ ]?'), 'gi'))) {
      violations.push({ path, line: lineOf(text, match.index), what: `names a regime: ${match[0]}` });
    }
  }
}

/** A regime's file is named after it, so that the names above are all there are. */
function checkRegimeFile(path, text) {
  if (!regimeFiles().includes(path)) return;
  const name = posix.basename(path, '.ts');
  for (const match of text.matchAll(/\bid: '([^']*)'/g)) {
    if (match[1] === name) continue;
    violations.push({
      path,
      line: lineOf(text, match.index),
      what: `defines the regime ${match[1]}, not ${name}`,
    });
  }
}

/** Words of each regime's name: every regime is a file of src/model/regimes named after it. */
function regimeNames() {
  return regimeFiles().map((path) => posix.basename(path, '.ts').split('-'));
}

function regimeFiles() {
  return sources.filter(
    (path) =>
      innerRoomOf(path) === 'regimes' &&
      !['regime', 'regimes', 'index'].includes(posix.basename(path, '.ts')),
  );
}

function checkPrivacy(path, text) {
  if (path === 'package-lock.json' && /"resolved": "http/.test(text)) {
    violations.push({ path, line: 1, what: 'names the addresses that packages came from' });
  }
  for (const [pattern, why] of PRIVATE) {
    for (const match of text.matchAll(pattern)) {
      violations.push({ path, line: lineOf(text, match.index), what: `${match[0]} ${why}` });
    }
  }
}

/**
 * What src imports is a dependency of the package, and every dependency is imported. The tools for tests may use what
 * their user brings (peer dependencies).
 */
function checkPackages() {
  if (!paths.includes('package.json')) return;
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(read('package.json'));
  const used = new Set();
  for (const [path, found] of imports) {
    for (const { specifier, target, line } of found) {
      if (target !== undefined || specifier.startsWith('node:')) continue;
      const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
      used.add(name);
      const isBrought = roomOf(path) === 'testing' && name in peerDependencies;
      if (!(name in dependencies) && !isBrought)
        violations.push({ path, line, what: `${name} is no dependency in package.json` });
    }
  }
  for (const name of Object.keys(dependencies)) {
    if (!used.has(name))
      violations.push({ path: 'package.json', line: 1, what: `nothing in src imports ${name}` });
  }
}

/** Cycles of imports. Types may refer to each other: the compiler erases `import type`, so nothing is loaded in a circle. */
function checkCycles() {
  const state = new Map();
  const trail = [];
  const visit = (path) => {
    state.set(path, 'open');
    trail.push(path);
    for (const { target, line, isErased } of imports.get(path)) {
      if (isErased || target === undefined || !imports.has(target)) continue;
      if (state.get(target) === 'open') {
        const cycle = [...trail.slice(trail.indexOf(target)), target].join(' -> ');
        violations.push({ path, line, what: `imports go in a circle: ${cycle}` });
      } else if (!state.has(target)) visit(target);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of sources) if (!state.has(path)) visit(path);
}

/** Every import and re-export, static or dynamic; `target` is the file for a relative one. */
function importsOf(path, text) {
  const pattern =
    /\b(?:(?:import|export)(\s+type)?\s+[\w$*{][^'";]*?\bfrom\s*|import\s*\(?\s*)(['"])([^'"\n]+)\2/g;
  return [...text.matchAll(pattern)].map((match) => {
    const specifier = match[3];
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
    return { specifier, target, isErased: match[1] !== undefined, line: lineOf(text, match.index) };
  });
}

function roomOf(path) {
  return path.split('/')[1].replace(/\.ts$/, '');
}

/** The folder of the model that a file is in; undefined for a file of the model's own and for other rooms. */
function innerRoomOf(path) {
  const parts = path.split('/');
  return parts[1] === 'model' && parts.length > 3 ? parts[2] : undefined;
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.includes(entry.name)) {
      const readme = join(folder, entry.name, 'README.md');
      return entry.name === 'results' && existsSync(readme) ? [readme] : [];
    }
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

function lineOf(text, index) {
  return text.slice(0, index).split('\n').length;
}
