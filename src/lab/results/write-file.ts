import { createHash } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the results, as the manifest lists it. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Write a file under another name, make it durable, then give it its name: whoever finds the name finds the whole file.
 *
 * @param pieces the file's text in order, as UTF-8.
 * @param signal stops between two pieces with its reason.
 */
export async function writeFileDurably(
  folder: string,
  name: string,
  pieces: Iterable<string>,
  signal?: AbortSignal,
): Promise<WrittenFile> {
  const temporary = join(folder, `${name}.tmp`);
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(temporary, 'wx');
  try {
    for (const piece of pieces) {
      signal?.throwIfAborted();
      const data = Buffer.from(piece, 'utf8');
      hash.update(data);
      bytes += data.length;
      await handle.writeFile(data);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, join(folder, name));
  return { name, bytes, sha256: hash.digest('hex') };
}
