import { PARAMETERS, type Parameter } from '../../model/evidence/parameters.ts';
import { type PriorShape, priorShape } from '../../model/evidence/prior.ts';
import { type Provenance, provenanceOf } from '../../model/evidence/provenance.ts';
import { figuresSizing } from '../../model/evidence/sized-by.ts';
import { fittedRows } from '../calibration/stages.ts';
import { PLACE_ASSUMPTIONS } from '../place/index.ts';
import { impactInWords, readImpacts } from '../sensitivity/impact.ts';
import { ANCHOR_TOPIC, anchorRows } from './anchor-rows.ts';
import { policyNumbers } from './policy-numbers.ts';
import { TABLE_TOPIC, tableCells } from './table-cells.ts';
import { type Uses, usesOfParameters } from './uses.ts';

/** A row with everything that follows from it. */
export interface RegisteredParameter extends Parameter, Provenance {
  readonly prior: PriorShape;
  /** What reads the rows of its topic, where that is not a law of the model. */
  readonly readBy: string;
}

/** Topics whose rows no scenario sets as parameters. */
const READ_BY: Readonly<Record<string, string>> = {
  targets: 'published figures that no law reads: checks compare with them, setting them changes nothing',
  place: 'the making of places: cannot be set in a scenario',
  institutions: 'institutions: a scenario sets them by a regime or under set, not under parameters',
  [ANCHOR_TOPIC]:
    'the law that moves levers: solved by a command, cannot be set in a scenario (lever_rest_shift moves them)',
  [TABLE_TOPIC]: 'tables of England: read as they are, cannot be set in a scenario',
  regimes: 'named regimes, where they differ: a scenario sets them under set',
};

/** Every number of the model, of the making of places, and of institutions and regimes, and of published tables. */
export function registry(): readonly RegisteredParameter[] {
  const rows: readonly Parameter[] = [
    ...PARAMETERS,
    ...anchorRows(),
    ...PLACE_ASSUMPTIONS,
    ...policyNumbers(),
    ...tableCells(),
  ];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.map((row) => ({
    ...row,
    ...provenanceOf(row, byId),
    prior: priorShape(row),
    readBy: READ_BY[row.topic] ?? '',
  }));
}

/** Every field of one row, named, as text. */
export function fieldsOf(row: RegisteredParameter): readonly (readonly [label: string, text: string])[] {
  const uses = usesOfParameters().get(row.id);
  const impact = readImpacts().get(row.id);
  const fit = fittedRows().get(row.id);
  return [
    ['id', row.id],
    ['label', row.label],
    ['value', String(row.value)],
    ['unit', row.unit],
    ['plausible', `${row.low} to ${row.high}`],
    ['prior', row.prior],
    ['year', row.year === '' ? 'not stated' : row.year],
    ['class', row.parameterClass],
    ['status', row.status],
    ['confidence', `${row.confidence}${row.graded ? '' : ' (by its status)'}`],
    ['source', row.source],
    ['link', row.link === '' ? 'none' : row.link],
    ['owner', row.owner],
    ['sized by', figuresSizing(row.id).join(', ') || 'no figure of lhe facts'],
    ...(fit === undefined ? [] : [['fitted by', `${fit.command} (${fit.value})`] as const]),
    ...(row.beforeFit === undefined ? [] : [['before any fit', String(row.beforeFit)] as const]),
    ['topic', row.topic],
    ['read by', readByInWords(row, uses)],
    ['impact', impact === undefined ? 'not tried' : impactInWords(impact)],
  ];
}

/** What reads a row: by its topic, and where trying found a setting, that. */
function readByInWords({ readBy }: RegisteredParameter, uses: Uses | undefined): string {
  if (readBy === '') return usesInWords(uses);
  return uses === undefined || uses.settings.length === 0 ? readBy : `${usesInWords(uses)}; ${readBy}`;
}

/** Settings and tables that use a row; of many levers their number. */
export function usesInWords(uses: Uses | undefined): string {
  if (uses === undefined) return '';
  const levers = uses.settings.filter((path) => path.startsWith('levers.'));
  const settings =
    levers.length > MANY ? uses.settings.filter((path) => !levers.includes(path)) : uses.settings;
  const parts = [
    ...settings,
    ...(levers.length > MANY ? [`levers.*.${levers[0]!.split('.')[2]} (${levers.length} levers)`] : []),
    ...uses.tables.map((file) => `tables of people (${file})`),
  ];
  return parts.join(', ') || 'nothing that moved when it was moved';
}

const MANY = 3;
