import { CONDITIONS, type Condition, SPECIALTIES, type Specialty } from '../../place.ts';
import type { Parameter } from '../parameters.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

/** What is known about one number: the value, its plausible range, and on what authority. */
export type Evidence = Pick<Parameter, 'value' | 'low' | 'high' | 'status' | 'source' | 'beforeFit'>;

/** A value read at the source named (an address; `derived:` where arithmetic on a source made it). */
export function sourced(value: number, low: number, high: number, source: string): Evidence {
  return { value, low, high, status: 'sourced', source };
}

/** General knowledge, not read at a source: `note` says what is remembered and how sure. */
export function background(value: number, low: number, high: number, note: string): Evidence {
  return { value, low, high, status: 'background', source: note };
}

/** Judgement: `reason` says why this value and this range. */
export function assumption(value: number, low: number, high: number, reason: string): Evidence {
  return { value, low, high, status: 'assumption', source: reason };
}

/**
 * Solved by a command so that the model gives a published figure: `target` names the figure. The artefacts of
 * data/calibration hold the command.
 */
export function calibrated(value: number, low: number, high: number, target: string): Evidence {
  return { value, low, high, status: 'calibrated', source: target };
}

/** The same row with the value that is documented for it before anything was fitted. */
export function before(prior: number, evidence: Evidence): Evidence {
  return { ...evidence, beforeFit: prior };
}

/** Why an assumption has the value that it has, where nothing else is to be said. */
export const NO_SIZE = 'by judgement; no published size';

/** A row without its topic; the topic is given once for a list of rows. */
export type Row = Omit<Parameter, 'topic'>;

/** One row. */
export function row(id: string, label: string, unit: string, evidence: Evidence): Row {
  return { id, label, unit, ...evidence };
}

/** Twelve rows `stem_<condition>`. */
export function byCondition(
  stem: string,
  label: string,
  unit: string,
  evidence: Readonly<Record<Condition, Evidence>>,
): Row[] {
  return CONDITIONS.map((condition) =>
    row(`${stem}_${condition}`, `${label}: ${inWords(condition)}`, unit, evidence[condition]),
  );
}

/** Eight rows `stem_<specialty>`. */
export function bySpecialty(
  stem: string,
  label: string,
  unit: string,
  evidence: Readonly<Record<Specialty, Evidence>>,
): Row[] {
  return SPECIALTIES.map((specialty) =>
    row(`${stem}_${specialty}`, `${label}: ${inWords(specialty)}`, unit, evidence[specialty]),
  );
}

/** A value of the prototype of the organisational laws: tested there, without a published size. */
export function prototype(
  id: string,
  label: string,
  unit: string,
  value: number,
  low: number,
  high: number,
): Row {
  return row(id, label, unit, assumption(value, low, high, LAWS_PROTOTYPE));
}

/** Rows of one topic. */
export function topic(name: string, rows: readonly Row[]): readonly Parameter[] {
  return rows.map((r) => ({ ...r, topic: name }));
}

function inWords(id: string): string {
  return id.replaceAll('_', ' ');
}
