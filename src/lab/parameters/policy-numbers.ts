import * as z from 'zod';
import type { Parameter } from '../../model/evidence/parameters.ts';
import { DEFAULT_INSTITUTIONS } from '../../model/institutions/institutions.ts';
import { POLICY_NUMBERS, UNDECIDED } from '../../model/institutions/policy.ts';
import { SETTINGS, type Setting, settingsOf } from '../../model/institutions/settings.ts';
import type { Regime } from '../../model/regimes/regime.ts';
import { REGIMES } from '../../model/regimes/regimes.ts';

/**
 * Numbers that somebody in office sets, as rows like those of the model, derived from the schemas of the settings and
 * from the regimes: `institution.payment.blockCorridor` is the default, `regime.heft.rollout.threshold` what a regime has
 * otherwise than the one that it varies. The range is what the setting allows.
 */
export function policyNumbers(): readonly Parameter[] {
  const numbers = SETTINGS.filter(({ schema }) => schema instanceof z.ZodNumber);
  return [...numbers.map(defaultRow), ...REGIMES.flatMap((regime) => regimeRows(regime, numbers))];
}

function defaultRow(setting: Setting): Parameter {
  const value = Number(settingsOf(DEFAULT_INSTITUTIONS)[setting.path]);
  const source = POLICY_NUMBERS.get(setting.schema)?.source ?? UNDECIDED;
  return row(`institution.${setting.path}`, setting, value, source, setting.description, 'institutions');
}

function regimeRows(regime: Regime, numbers: readonly Setting[]): Parameter[] {
  const base = REGIMES.find(({ id }) => id === regime.variantOf)?.institutions ?? DEFAULT_INSTITUTIONS;
  const [usual, own] = [settingsOf(base), settingsOf(regime.institutions)];
  return numbers
    .filter(({ path }) => own[path] !== usual[path])
    .map((setting) => {
      const label = `${regime.label}: ${setting.description}`;
      const id = `regime.${regime.id}.${setting.path}`;
      return row(id, setting, Number(own[setting.path]), sourceOf(regime, setting.path), label, 'regimes');
    });
}

/** What the regime says of the number, or what it took where its authors left it open. */
function sourceOf({ sources, undecided }: Regime, path: string): string {
  const open = undecided.find(({ settings = [] }) => settings.includes(path));
  if (open === undefined) return sources[path] ?? UNDECIDED;
  return `${UNDECIDED}; left open: ${open.question} Taken: ${open.taken}. Else: ${open.alternatives}`;
}

function row(
  id: string,
  { schema }: Setting,
  value: number,
  source: string,
  label: string,
  topic: string,
): Parameter {
  const { minValue, maxValue } = schema as unknown as z.ZodNumber;
  return {
    id,
    label,
    value,
    unit: POLICY_NUMBERS.get(schema)?.unit ?? '',
    low: minValue ?? value,
    high: maxValue ?? value,
    status: statusOf(source),
    source,
    topic,
  };
}

/** Read at an address, left open, or remembered. */
function statusOf(source: string): Parameter['status'] {
  if (source.startsWith(UNDECIDED)) return 'assumption';
  return /https?:\/\//.test(source) ? 'sourced' : 'background';
}
