import { SHIPPED_BEHAVIOUR } from '../lab/calibration/read-artefact.ts';
import { regimeDifferences } from '../lab/scenario/regime-differences.ts';
import { allowedValues, SETTINGS, settingsOf } from '../model/institutions/settings.ts';
import type { Regime } from '../model/regimes/regime.ts';
import { REGIMES } from '../model/regimes/regimes.ts';
import { calibrationReference } from './calibration-reference.ts';
import { markdownTable } from './markdown-table.ts';
import { assumptionsReference, parametersReference } from './parameters-reference.ts';
import { sizingsReference } from './sizings-reference.ts';

/** Parts of the documents that are written from the data: the text between two marks of a file. */
export const REFERENCE_PAGES: readonly ReferencePage[] = [
  { file: 'docs/scenarios.md', mark: 'settings', text: settingsReference },
  { file: 'docs/regimes.md', mark: 'regimes', text: regimesReference },
  { file: 'docs/parameters.md', mark: 'parameters', text: parametersReference },
  { file: 'docs/assumptions.md', mark: 'assumptions', text: assumptionsReference },
  { file: 'docs/evidence.md', mark: 'sizings', text: sizingsReference },
  { file: 'docs/calibration.md', mark: 'national', text: () => calibrationReference() },
  { file: 'docs/calibration.md', mark: 'behaviour', text: () => calibrationReference(SHIPPED_BEHAVIOUR) },
];

export interface ReferencePage {
  readonly file: string;
  readonly mark: string;
  readonly text: () => string;
}

/**
 * A document with what stands between its marks written again.
 *
 * @throws Error when the marks are missing.
 */
export function renewed(document: string, { mark, text, file }: ReferencePage): string {
  const start = `<!-- ${mark}: npm run docs:reference -->\n`;
  const end = `<!-- end of ${mark} -->`;
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no part between ${start.trim()} and ${end}`);
  return `${document.slice(0, from + start.length)}\n${text()}\n${document.slice(to)}`;
}

/** Every setting with its values, its default, who reads it and its meaning. */
function settingsReference(): string {
  const defaults = settingsOf(REGIMES[0]!.institutions);
  const rows = SETTINGS.map((setting) => [
    `\`${setting.path}\``,
    allowedValues(setting)
      .split(', ')
      .map((value) => `\`${value}\``)
      .join(', ')
      .replace(/`(.*) to (.*)`/, '$1 to $2'),
    `\`${defaults[setting.path]}\``,
    setting.readers.join(', ') || 'nobody',
    setting.description,
  ]);
  return markdownTable(['setting', 'values', 'default', 'read by', 'meaning'], rows);
}

function regimesReference(): string {
  return REGIMES.map(regimeReference).join('\n');
}

function regimeReference(regime: Regime): string {
  const origin = REGIMES.find(({ id }) => id === regime.variantOf) ?? REGIMES[0]!;
  const differences = regimeDifferences(origin, regime).map(({ part, setting, values }) => [
    `\`${setting.path}\`${part === null ? '' : ` (${part} part)`}`,
    `\`${values[0]}\``,
    `\`${values[1]}\``,
  ]);
  const open = regime.undecided.map(({ question, taken, alternatives }) => [question, taken, alternatives]);
  const more = regime.variantOf === null ? '' : ` For what else was left open see \`${origin.id}\`.`;
  return [
    `### \`${regime.id}\`\n`,
    `**${regime.label}.** ${regime.description}\n`,
    `- *Claimed*: ${regime.claimed}`,
    `- *Feared*: ${regime.feared}`,
    `- *Look at*: ${regime.lookAt}\n`,
    ...(differences.length === 0
      ? ['Every setting has its default.\n']
      : [markdownTable(['setting', `\`${origin.id}\``, `\`${regime.id}\``], differences)]),
    ...(open.length === 0 ? [] : [markdownTable(['left open', 'taken', 'alternatives'], open)]),
    ...(more === '' ? [] : [`${more.trim()}\n`]),
  ].join('\n');
}
