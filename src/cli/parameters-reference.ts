import { type RegisteredParameter, registry, usesInWords } from '../lab/parameters/registry.ts';
import { type Uses, usesOfParameters } from '../lab/parameters/uses.ts';
import { type Impact, impactInWords, readImpacts } from '../lab/sensitivity/impact.ts';
import { markdownTable } from './markdown-table.ts';

/** Every number of the model, by topic. */
export function parametersReference(): string {
  const rows = registry();
  const uses = usesOfParameters();
  const topics = [...new Set(rows.map(({ topic }) => topic))];
  return [countsByClass(rows), ...topics.map((topic) => topicSection(topic, rows, uses))].join('\n');
}

function countsByClass(rows: readonly RegisteredParameter[]): string {
  const classes = ['measured', 'calibrated', 'assumption', 'policy'] as const;
  const counted = classes.map((name) => {
    const own = rows.filter(({ parameterClass }) => parameterClass === name);
    const at = (grade: string) => String(own.filter(({ confidence }) => confidence === grade).length);
    return [name, String(own.length), at('high'), at('medium'), at('low')];
  });
  return markdownTable(['class', 'rows', 'high confidence', 'medium', 'low'], counted);
}

function topicSection(
  topic: string,
  rows: readonly RegisteredParameter[],
  uses: ReadonlyMap<string, Uses>,
): string {
  const own = rows.filter((row) => row.topic === topic);
  const readBy = own[0]!.readBy;
  const isTraced = readBy === '' || own.some(({ id }) => (uses.get(id)?.settings.length ?? 0) > 0);
  const cells = own.map((row) => [
    `\`${row.id}\``,
    row.label,
    `${row.value} ${row.unit}`,
    rangeText(row),
    classText(row),
    row.confidence,
    row.year,
    row.source,
    ...(isTraced ? [usesInWords(uses.get(row.id))] : []),
  ]);
  const titles = ['id', 'meaning', 'value', 'range and prior', 'class', 'confidence', 'year', 'source'];
  return [
    `### ${topic}\n`,
    ...(readBy === '' ? [] : [`Read by ${readBy}.\n`]),
    markdownTable(isTraced ? [...titles, 'read by'] : titles, cells),
  ].join('\n');
}

/** Range, and the prior unless it is the usual one. */
function rangeText({ low, high, prior }: RegisteredParameter): string {
  if (prior === 'fixed') return 'fixed';
  return prior === 'halves' ? `${low} to ${high}` : `${low} to ${high}, ${prior}`;
}

/** Class, and the status where the class does not say it. */
function classText({ parameterClass, status }: RegisteredParameter): string {
  const isSaid = parameterClass === status || (parameterClass === 'measured' && status === 'sourced');
  return isSaid ? parameterClass : `${parameterClass} (${status})`;
}

/** Every number that nobody has read at a source or fitted: those that move most first. */
export function assumptionsReference(): string {
  const uses = usesOfParameters();
  const impacts = readImpacts();
  const sizeOf = (row: RegisteredParameter) => Math.abs(currentImpact(row, impacts)?.overLuck ?? -1);
  const rows = registry().filter(isAssumption);
  const model = rows.filter(({ readBy }) => readBy === '').sort((a, b) => sizeOf(b) - sizeOf(a));
  const places = rows.filter(({ topic }) => topic === 'place');
  return [
    impactCounts(model, impacts),
    '### Of the model\n',
    markdownTable(
      ['id', 'meaning', 'value', 'range', 'quality', 'reason or source', 'owner', 'read by', 'impact'],
      model.map((row) => [...common(row), usesInWords(uses.get(row.id)), impactText(row, impacts)]),
    ),
    '### Of places\n',
    'They decide what is filled in where no source has it; their impact has not been tried.\n',
    markdownTable(
      ['id', 'meaning', 'value', 'range', 'quality', 'reason or source', 'owner'],
      places.map(common),
    ),
  ].join('\n');
}

/** A judgement, or a figure that is remembered; decided prices among them. */
function isAssumption({ status }: RegisteredParameter): boolean {
  return status === 'assumption' || status === 'background';
}

function common(row: RegisteredParameter): string[] {
  return [
    `\`${row.id}\``,
    row.label,
    `${row.value} ${row.unit}`,
    `${row.low} to ${row.high}`,
    row.status === 'background' ? 'remembered' : 'judged',
    row.source,
    row.owner,
  ];
}

/** Numbers in the table of a study are rounded by about this. */
const ROUNDED = 1e-9;

/** The impact of a row, unless it was tried with another value or other ends than it has now. */
function currentImpact(row: RegisteredParameter, impacts: ReadonlyMap<string, Impact>): Impact | undefined {
  const impact = impacts.get(row.id);
  if (impact === undefined) return undefined;
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDED * Math.abs(b);
  const isCurrent =
    same(impact.from, row.value) && impact.to.every((end) => same(end, row.low) || same(end, row.high));
  return isCurrent ? impact : undefined;
}

function impactText(row: RegisteredParameter, impacts: ReadonlyMap<string, Impact>): string {
  const impact = currentImpact(row, impacts);
  if (impact !== undefined) return impactInWords(impact);
  return row.low === row.high
    ? 'fixed'
    : impacts.has(row.id)
      ? 'tried with another value or range'
      : 'not tried';
}

function impactCounts(rows: readonly RegisteredParameter[], impacts: ReadonlyMap<string, Impact>): string {
  const size = (row: RegisteredParameter): string => currentImpact(row, impacts)?.size ?? 'not tried';
  const sizes = ['large', 'middling', 'small', 'none', 'not tried'];
  const topics = [...new Set(rows.map(({ topic }) => topic))].sort();
  return markdownTable(
    ['topic', ...sizes],
    topics.map((topic) => [
      topic,
      ...sizes.map((name) => String(rows.filter((row) => row.topic === topic && size(row) === name).length)),
    ]),
  );
}
