import type { SettingValues } from '../../model/institutions/settings.ts';
import type { ScheduledMerger, Trigger } from '../../model/run-input.ts';
import {
  type Arm,
  type Changes,
  DEFAULT_WEEKS,
  OUTPUTS,
  type ParameterOverride,
  type PlaceChoice,
  type Scenario,
  type ScenarioShock,
  type Switch,
} from './scenario.ts';
import type { ScenarioFile } from './schema.ts';

/** A checked file with its short forms written out and its defaults filled in. */
export function normalise(file: ScenarioFile): Scenario {
  return {
    name: file.name,
    question: file.question.trim(),
    description: file.description?.trim() ?? '',
    place: placeChoice(file.place),
    start: file.start ?? '2007-04',
    weeks: file.weeks ?? DEFAULT_WEEKS,
    scale: file.scale ?? 1,
    seed: String(file.seed ?? file.name),
    replicates: file.replicates ?? 2,
    parameters: overrides(file.parameters ?? {}),
    shocks: (file.shocks ?? []).map(shock),
    ...(file.uncertainty === undefined
      ? {}
      : {
          uncertainty: {
            draws: file.uncertainty.draws,
            assumptions: file.uncertainty.assumptions ?? 'behaviour',
          },
        }),
    baseline: file.baseline ?? file.arms[0]!.name,
    arms: file.arms.map(arm),
    ...(file.headline === undefined ? {} : { headline: file.headline }),
    outputs: file.outputs ?? OUTPUTS,
  };
}

export function placeChoice(place: ScenarioFile['place']): PlaceChoice {
  if (typeof place === 'string') return { kind: 'named', id: place };
  if (Array.isArray(place)) return { kind: 'commissioners', codes: place };
  if ('folder' in place) return { kind: 'folder', folder: place.folder };
  const { people, practices, trusts, rural, seed } = place.synthetic;
  return {
    kind: 'synthetic',
    synthetic: { people, practices, trusts, rural: rural ?? false, seed: String(seed ?? 'synthetic') },
  };
}

function overrides(parameters: NonNullable<ScenarioFile['parameters']>): Record<string, ParameterOverride> {
  const entries: [string, ParameterOverride][] = [];
  for (const [id, entry] of Object.entries(parameters)) {
    if (entry === undefined) continue;
    if (typeof entry === 'number') entries.push([id, { value: entry }]);
    else
      entries.push([
        id,
        { value: entry.value, ...(entry.reason === undefined ? {} : { reason: entry.reason }) },
      ]);
  }
  return Object.fromEntries(entries);
}

type FileArm = ScenarioFile['arms'][number];
type FileSwitch = NonNullable<FileArm['switch']>[number];
type FileTrigger = NonNullable<FileSwitch['when']>;
type FileShock = NonNullable<ScenarioFile['shocks']>[number];

function arm(entry: FileArm): Arm {
  return {
    name: entry.name,
    description: entry.description?.trim() ?? '',
    regime: entry.regime,
    ...changes(entry),
    switch: (entry.switch ?? []).map(change),
    mergers: (entry.mergers ?? []).map(merger).toSorted((a, b) => a.week - b.week),
    ...(entry.shocks === undefined ? {} : { shocks: entry.shocks.map(shock) }),
  };
}

function change(entry: FileSwitch): Switch {
  return {
    week: entry.week ?? null,
    when: entry.when === undefined ? null : trigger(entry.when),
    ...(entry.to === undefined ? {} : { to: entry.to }),
    ...changes(entry),
    why: entry.why?.trim() ?? '',
  };
}

type FileMerger = NonNullable<FileArm['mergers']>[number];

function merger(entry: FileMerger): ScheduledMerger {
  return {
    week: entry.week,
    kind: entry.trusts === undefined ? 'commissioners' : 'trusts',
    who: (entry.trusts ?? entry.commissioners)!,
    withinKm: entry.within_km ?? null,
    imposed: entry.imposed ?? false,
    why: entry.why?.trim() || 'scenario',
  };
}

function shock(entry: FileShock): ScenarioShock {
  return {
    week: entry.week,
    for: entry.for,
    emergencies: entry.emergencies ?? 1,
    beds: entry.beds ?? 1,
    slots: entry.slots ?? 1,
    operations: entry.operations ?? 1,
    budgetGrowth: entry.budget_growth ?? null,
    why: entry.why?.trim() ?? '',
  };
}

function trigger({ metric, above, below, for: weeks, not_before }: FileTrigger): Trigger {
  return {
    metric,
    is: above === undefined ? 'below' : 'above',
    level: (above ?? below)!,
    weeks,
    notBefore: not_before ?? 0,
  };
}

function changes({ set, parts, organisations }: Pick<FileArm, 'set' | 'parts' | 'organisations'>): Changes {
  return {
    set: settings(set),
    parts: {
      ...(parts?.rural === undefined ? {} : { rural: settings(parts.rural) }),
      ...(parts?.urban === undefined ? {} : { urban: settings(parts.urban) }),
    },
    organisations: Object.fromEntries(
      Object.entries(organisations ?? {}).map(([code, values]) => [code, settings(values)]),
    ),
  };
}

function settings(set: FileArm['set']): SettingValues {
  return Object.fromEntries(
    Object.entries(set ?? {}).filter((entry) => entry[1] !== undefined),
  ) as SettingValues;
}
