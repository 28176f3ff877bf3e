import type { ResultsContent } from './content.ts';
import { csvText } from './csv.ts';
import { MANIFEST, replaceFolder } from './folder.ts';
import { manifestOf } from './manifest.ts';
import { resultTables } from './tables/index.ts';
import { type WrittenFile, writeFileDurably } from './write-file.ts';

/**
 * Write the results of an experiment into a folder: its tables, their data dictionary and a manifest. The folder is
 * replaced as a whole; it must be missing, empty or a former result. The tables depend on the experiment alone: the same
 * runs give the same bytes. The manifest also holds times and the machine.
 *
 * @param options.signal stops the writing; nothing is left behind, and a former result stays.
 * @returns the files written, the manifest last.
 * @throws ResultsError if the folder is not ours to replace or cannot be written.
 */
export async function writeResults(
  folder: string,
  content: ResultsContent,
  options: { readonly signal?: AbortSignal } = {},
): Promise<WrittenFile[]> {
  const { signal } = options;
  const files: WrittenFile[] = [];
  await replaceFolder(folder, async (partial) => {
    for (const table of resultTables(content.experiment, content.scenario.start, content.outputs)) {
      const header = table.columns.map((column) => column.name);
      files.push(await writeFileDurably(partial, table.file, csvText(header, table.rows()), signal));
    }
    const manifest = `${JSON.stringify(manifestOf(content, files), null, 2)}\n`;
    files.push(await writeFileDurably(partial, MANIFEST, [manifest], signal));
    signal?.throwIfAborted();
  });
  return files;
}
