import { arch, cpus } from 'node:os';
import { chooseEngine } from '../../kernel/scan.ts';
import { restsInForce } from '../../model/behaviour/will/lever-laws.ts';
import type { Parameter } from '../../model/evidence/parameters.ts';
import { classOf } from '../../model/evidence/provenance.ts';
import type { ImputedValue } from '../../model/place.ts';
import type { RunResult } from '../../model/result.ts';
import type { ExperimentArm, ExperimentResult } from '../experiment/plan.ts';
import { PLACE_ASSUMPTIONS } from '../place/index.ts';
import { codeFingerprint } from '../study/code-fingerprint.ts';
import type { ResultsContent } from './content.ts';
import { RESULTS_FORMAT } from './folder.ts';
import type { WrittenFile } from './write-file.ts';

/** Version of the layout of the folder: raised when a reader of the old one would stumble. */
const FORMAT_VERSION = 1;

/**
 * What produced a folder of results: enough to run it again and to check that the same came out. Plain data for JSON.
 * Seconds and machine differ from run to run; all else is determined by the scenario and the version.
 */
export function manifestOf(content: ResultsContent, files: readonly WrittenFile[]) {
  const { experiment, scenario, version } = content;
  const { plan, runs } = experiment;
  return {
    format: RESULTS_FORMAT,
    formatVersion: FORMAT_VERSION,
    createdAt: new Date().toISOString(),
    scenario: {
      ...scenario,
      replicates: plan.replicates,
      baseline: plan.baseline,
    },
    versions: { 'health-economy': version, node: process.version, code: codeFingerprint() },
    machine: { platform: process.platform, architecture: arch(), processor: cpus()[0]?.model ?? '' },
    computing: computingOf(experiment),
    arms: plan.arms.map((arm, index) => armOf(arm, runs[index])),
    defaults: content.defaults ?? 'calibrated',
    intervals: plan.draws === undefined ? 'luck only' : 'luck and parameters',
    uncertainty: content.uncertainty ?? null,
    parameters: parametersOf(content),
    restsOfLevers: restsOfLevers(plan.arms),
    placeParameters: Object.fromEntries(PLACE_ASSUMPTIONS.map(({ id, value }) => [id, value])),
    places: placesOf(plan.arms),
    files,
  };
}

function computingOf({ engine, threads, wallSeconds, cpuSeconds, runs }: ExperimentResult) {
  const total = (count: (run: RunResult) => number) => runs.flat().reduce((sum, run) => sum + count(run), 0);
  const patientWeeks = total((run) => run.diagnostics.patientWeeks);
  const candidates = total((run) => run.diagnostics.candidates);
  const happened = total((run) => run.diagnostics.happened);
  return {
    engine: chooseEngine(engine),
    engineAsked: engine,
    threads,
    wallSeconds,
    cpuSeconds,
    patientWeeks,
    patientWeeksPerCpuSecond: ratio(patientWeeks, cpuSeconds),
    candidates,
    happened,
    candidatesPerEvent: ratio(candidates, happened),
    boundViolations: total((run) => run.diagnostics.boundViolations),
  };
}

function armOf({ name, input }: ExperimentArm, runs: readonly RunResult[]) {
  const { institutions, shocks, mergers, cohortWeek, seed, scale, weeks, place } = input;
  return {
    name,
    place: place.id,
    seed,
    scale,
    weeks,
    cohortWeek,
    institutions,
    shocks,
    ...(mergers === undefined ? {} : { mergers }),
    runs: runs.map(({ diagnostics }, replicate) => {
      const { patientWeeks, candidates, happened, boundViolations, checksum } = diagnostics;
      return { replicate, patientWeeks, candidates, happened, boundViolations, checksum };
    }),
  };
}

/**
 * Every parameter with its default, class and source; a value per arm only where the arms differ, and in which arms the
 * scenario changed it.
 */
function parametersOf({ parameters, experiment, overrideReasons = {} }: ResultsContent) {
  return parameters.map((row: Parameter) => {
    const { id, label, value, unit, low, high, status, source } = row;
    const byArm = experiment.plan.arms.map((arm) => [arm.name, arm.input.parameters[id] ?? null] as const);
    const same = byArm.every(([, inForce]) => inForce === byArm[0][1]);
    const changed = byArm
      .filter(([, inForce]) => inForce !== null && inForce !== value)
      .map(([name]) => name);
    return {
      id,
      label,
      value: same ? byArm[0][1] : Object.fromEntries(byArm),
      default: value,
      unit,
      low,
      high,
      class: classOf(row),
      status,
      source,
      overridden: changed.length > 0,
      ...(changed.length > 0 ? { overriddenIn: changed } : {}),
      ...(Object.hasOwn(overrideReasons, id) ? { reason: overrideReasons[id] } : {}),
    };
  });
}

/** Pay-off at which each lever rests, share of its money base; by arm only where the arms differ. */
function restsOfLevers(arms: readonly ExperimentArm[]) {
  const byArm = arms.map(({ name, input }) => [name, restsInForce(input.parameters)] as const);
  return Object.fromEntries(
    Object.entries(byArm[0]![1]).map(([lever, d0]) => {
      const same = byArm.every(([, rests]) => rests[lever] === d0);
      return [lever, same ? d0 : Object.fromEntries(byArm.map(([name, rests]) => [name, rests[lever]]))];
    }),
  );
}

/** The places of the arms, each once, with what a rule filled in. */
function placesOf(arms: readonly ExperimentArm[]) {
  return [...new Set(arms.map((arm) => arm.input.place))].map((place) => ({
    id: place.id,
    name: place.name,
    origin: place.origin,
    commissioners: place.commissioners.count,
    zones: place.zones.count,
    practices: place.practices.count,
    providers: place.providers.count,
    imputed: imputedByRule(place.imputed),
  }));
}

/** Filled values grouped by table, field and rule: code -> value. */
function imputedByRule(imputed: readonly ImputedValue[]) {
  const groups = new Map<
    string,
    { table: string; field: string; rule: string; values: [string, number][] }
  >();
  for (const { table, field, rule, code, value } of imputed) {
    const key = JSON.stringify([table, field, rule]);
    const group = groups.get(key) ?? { table, field, rule, values: [] };
    group.values.push([code, value]);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ values, ...group }) => ({
    ...group,
    count: values.length,
    values: Object.fromEntries(values),
  }));
}

function ratio(amount: number, per: number): number | null {
  return per > 0 ? amount / per : null;
}
