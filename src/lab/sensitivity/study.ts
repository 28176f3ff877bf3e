import type { Parameter } from '../../model/evidence/parameters.ts';
import type { Cell } from '../results/csv.ts';
import type { GrowingTable } from '../sampling/study-file.ts';
import type { StudyFrame } from '../study/arm.ts';
import {
  ARMS,
  type ArmName,
  armsFor,
  endsOf,
  HEADLINES,
  type OneRun,
  type Outcome,
  runOnce,
  spreadOf,
  uncertainRows,
} from './one-at-a-time.ts';

/**
 * Columns of the table. `end`: `default` (the run that others are compared with), `luck` (standard deviation between
 * worlds), `low` or `high`. Of the last two the outcomes are differences from the default; `same` says that every
 * person and every book ended as in it.
 */
export const SENSITIVITY_COLUMNS = ['id', 'arm', 'end', 'from', 'to', 'same', ...HEADLINES] as const;

export interface SensitivityStudy {
  readonly frame: StudyFrame;
  readonly rows: readonly Parameter[];
  readonly worlds: number;
  readonly table: GrowingTable;
}

/** Runs what the table does not have yet. @returns how many runs that took */
export function runMissing(
  { frame, rows, worlds, table }: SensitivityStudy,
  onRow: (done: number, all: number) => void,
): number {
  let runs = 0;
  const has = (row: string, arm: string, end: string) =>
    table.rows.some((line) => line.id === row && line.arm === arm && line.end === end);
  const defaults = new Map<ArmName, OneRun>();
  for (const { name, arm } of ARMS) {
    defaults.set(name, runOnce(frame, arm, {}));
    runs += 1;
    if (has('', name, 'luck')) continue;
    const others = Array.from({ length: worlds }, (_, n) =>
      runOnce({ ...frame, seed: `${frame.seed} ${n}` }, arm, {}),
    );
    runs += worlds;
    table.append([
      line('', name, 'default', '', '', '', defaults.get(name)!.outcome),
      line('', name, 'luck', '', '', '', spreadOf(others.map(({ outcome }) => outcome))),
    ]);
  }
  const uncertain = uncertainRows(rows);
  uncertain.forEach((row, n) => {
    for (const { name, arm } of armsFor(row)) {
      const usual = defaults.get(name)!;
      for (const [end, to] of endsOf(row)) {
        if (has(row.id, name, end)) continue;
        const moved = runOnce(frame, arm, { [row.id]: to });
        runs += 1;
        const same = moved.checksum === usual.checksum ? 'yes' : 'no';
        table.append([line(row.id, name, end, row.value, to, same, differences(moved, usual))]);
      }
    }
    onRow(n + 1, uncertain.length);
  });
  return runs;
}

function differences(moved: OneRun, usual: OneRun): Outcome {
  return Object.fromEntries(HEADLINES.map((id) => [id, moved.outcome[id] - usual.outcome[id]])) as Outcome;
}

function line(
  id: string,
  arm: ArmName,
  end: string,
  from: number | '',
  to: number | '',
  same: string,
  outcome: Outcome,
): Cell[] {
  return [
    id,
    arm,
    end,
    from,
    to,
    same,
    ...HEADLINES.map((headline) => Number(outcome[headline].toPrecision(6))),
  ];
}
