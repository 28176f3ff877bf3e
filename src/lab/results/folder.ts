import { mkdir, open, readdir, readFile, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { asResultsError, ResultsError } from './results-error.ts';

/** First value of every manifest of ours. */
export const RESULTS_FORMAT = 'health-economy results';
export const MANIFEST = 'manifest.json';

/** What file managers leave behind; may be replaced without asking. */
const LITTER = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/**
 * Check that results may go to a folder: it is not there, empty, or a former result of ours with nothing else in it.
 * Leaves nothing behind. Call it before a long run, so that a mistake costs nothing.
 *
 * @returns the folder's real, absolute path.
 * @throws ResultsError saying what is in the way.
 */
export async function checkResultsFolder(folder: string): Promise<string> {
  const { path, made } = await claim(folder);
  await removeIfEmpty(made);
  return path;
}

/** The real path of a folder that results may go to, and the folders above it that were made, outermost first. */
async function claim(folder: string): Promise<{ path: string; made: readonly string[] }> {
  const path = resolve(folder);
  const made: string[] = [];
  try {
    await makeFolders(dirname(path), made);
    const entries = await entriesOf(path, folder);
    const real = entries === undefined ? path : await realpath(path);
    const strangers = (entries ?? []).filter((entry) => !LITTER.includes(entry));
    if (strangers.length > 0) refuseStrangers(folder, strangers, await filesOfFormerResult(real));
    await removeLeftovers(real);
    await probe(real);
    return { path: real, made };
  } catch (error) {
    await removeIfEmpty(made);
    throw asResultsError(error, folder);
  }
}

/**
 * Fill a folder completely or not at all: `fill` writes into a new folder beside it, which then takes its place. A
 * reader sees the old content or the new, never a mixture. On failure the new folder is removed and the old one left.
 *
 * @param fill writes all files into the folder that it is given.
 * @throws ResultsError, or what `fill` threw if that is no error of the file system.
 */
export async function replaceFolder(folder: string, fill: (partial: string) => Promise<void>): Promise<void> {
  const { path, made } = await claim(folder);
  const partial = partialOf(path);
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial);
    await fill(partial);
    await syncFolder(partial);
    await swap(partial, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => {});
    await removeIfEmpty(made);
    throw asResultsError(error, folder);
  }
}

/** Puts `partial` in the place of `path`; if that fails, the old folder is put back. */
async function swap(partial: string, path: string): Promise<void> {
  const previous = `${path}.previous-${process.pid}`;
  const hadPrevious = await moveIfThere(path, previous);
  try {
    await rename(partial, path);
  } catch (error) {
    if (hadPrevious) await rename(previous, path);
    throw error;
  }
  if (hadPrevious) await rm(previous, { recursive: true, force: true }).catch(() => {});
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Names in a folder; undefined if there is no such folder. `folder` is its name for the user. */
async function entriesOf(path: string, folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    // What is above it is a folder: it is the path itself that is none.
    if (isNoFolder(error)) {
      const message = `The results cannot be written to ${folder}: a file of that name is in the way`;
      throw new ResultsError('not a folder', folder, message, error);
    }
    throw error;
  }
}

/** Files that a former result of ours consists of; undefined if this is none. */
async function filesOfFormerResult(path: string): Promise<string[] | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(path, MANIFEST), 'utf8'));
    if (!isRecord(manifest) || manifest.format !== RESULTS_FORMAT || !Array.isArray(manifest.files))
      return undefined;
    return [MANIFEST, ...manifest.files.map((file: unknown) => (isRecord(file) ? String(file.name) : ''))];
  } catch {
    return undefined;
  }
}

function refuseStrangers(
  folder: string,
  entries: readonly string[],
  ours: readonly string[] | undefined,
): void {
  if (ours === undefined) {
    const message = `${folder} is not empty and holds no former results (no ${MANIFEST} of ours). Choose another folder or empty it.`;
    throw new ResultsError('not ours', folder, message);
  }
  const strangers = entries.filter((entry) => !ours.includes(entry));
  if (strangers.length > 0) {
    const message = `${folder} holds files that are not part of its results and would be lost: ${strangers.sort().join(', ')}. Move them or choose another folder.`;
    throw new ResultsError('not ours', folder, message);
  }
}

/** Removes what a run that was killed left beside the folder: the number at its end is that of a process now dead. */
async function removeLeftovers(path: string): Promise<void> {
  const start = `${basename(path)}.partial-`;
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(start) ? name.slice(start.length) : '';
    if (!/^[1-9]\d{0,9}$/.test(pid) || isRunning(Number(pid))) continue;
    await rm(join(dirname(path), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Any other error is about a process that is there but not ours.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Fails now if a folder cannot be made beside `path`. */
async function probe(path: string): Promise<void> {
  const partial = partialOf(path);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  await rm(partial, { recursive: true, force: true });
}

/**
 * Makes a folder and the folders above it, one level at a time. Not by `recursive: true`: where the system says "no
 * such folder" of a folder that is there, as /proc does, Node tries again for ever.
 *
 * @param made those that were not there are added, outermost first.
 */
async function makeFolders(path: string, made: string[]): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) return;
  } catch (error) {
    if (!isMissing(error)) throw error;
    await makeFolders(dirname(path), made);
  }
  try {
    await mkdir(path);
    made.push(path);
  } catch (error) {
    // Another run may have made it in the meantime.
    if (!(await isFolder(path))) throw error;
  }
}

/** Removes folders that nothing was put into, innermost first. */
async function removeIfEmpty(made: readonly string[]): Promise<void> {
  for (const path of made.toReversed()) {
    // Somebody else's file in it is reason enough to leave it.
    await rmdir(path).catch(() => {});
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function partialOf(path: string): string {
  return `${path}.partial-${process.pid}`;
}

/** Makes renames in a folder survive a power cut, where the system can. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isNoFolder(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
