import { regimeDifferences } from '../lab/scenario/regime-differences.ts';
import { SETTINGS, settingsOf } from '../model/institutions/settings.ts';
import type { Regime } from '../model/regimes/regime.ts';
import { styled } from './style.ts';
import { type Column, textRows, textTable, wrapLast } from './table.ts';

/**
 * Everything about a regime: what it is and what was said of it, then every setting with its value and meaning.
 *
 * @param reference values that differ from this regime's are marked. @param width of the terminal, characters.
 */
export function regimeText(regime: Regime, reference: Regime, width: number): string {
  const { id, label, description, claimed, feared, lookAt, variantOf } = regime;
  const words: [string, string][] = [
    ['id', id],
    ['label', label],
    ...(variantOf === null ? [] : [['variant of', variantOf] as [string, string]]),
    ['what it is', description],
    ['claimed', claimed],
    ['feared', feared],
    ['look at', lookAt],
  ];
  const open = regime.undecided.map(({ question, taken, alternatives }): [string, string] => [
    'left open',
    `${question} Taken: ${taken}. Or: ${alternatives}.`,
  ]);
  const bare = [LEFT, LEFT];
  const head = textRows(bare, wrapLast(bare, [...words, ...open], width));
  const labelled = head.replace(/^\S.*?(?= {2})/gm, (name) => styled('bold', name));
  return `${labelled}\n\n${settingsTable(regime, reference, width)}${partsText(regime)}`;
}

/** The settings in which two regimes differ, a line each. */
export function differencesText(a: Regime, b: Regime, width: number): string {
  const differences = regimeDifferences(a, b);
  if (differences.length === 0) return `${a.id} and ${b.id} do not differ in any setting.\n`;
  const columns: Column[] = [
    { title: 'setting', align: 'left' },
    { title: a.id, align: 'left' },
    { title: b.id, align: 'left' },
    { title: 'meaning', align: 'left' },
  ];
  const rows = differences.map(({ part, setting, values }) => [
    part === null ? setting.path : `${setting.path} (${part})`,
    ...values.map(String),
    setting.description,
  ]);
  return `${textTable(columns, wrapLast(columns, rows, width))}\n`;
}

const LEFT: Column = { title: '', align: 'left' };

function settingsTable(regime: Regime, reference: Regime, width: number): string {
  const values = settingsOf(regime.institutions);
  const others = settingsOf(reference.institutions);
  const columns: Column[] = ['institution', 'setting', 'value', 'meaning'].map((title) => ({
    title,
    align: 'left',
  }));
  let last = '';
  const rows = SETTINGS.map(({ path, description }) => {
    const [institution, setting] = path.split('.') as [string, string];
    const shown = institution === last ? '' : institution;
    last = institution;
    const mark = values[path] === others[path] ? '' : ' *';
    return [shown, setting, `${values[path]}${mark}`, description];
  });
  const table = textTable(columns, wrapLast(columns, rows, width));
  const mark = regime.id === reference.id ? '' : `* not as in ${reference.id}\n`;
  return `${table}\n\n${mark}A scenario writes institution.setting, e.g. choice.of: none.\n`;
}

function partsText({ parts }: Regime): string {
  return Object.entries(parts)
    .map(([part, set]) => {
      const settings = Object.entries(set).map(([path, value]) => `${path} ${value}`);
      return `\nIn the ${part} part of a place: ${settings.join(', ')}.\n`;
    })
    .join('');
}
