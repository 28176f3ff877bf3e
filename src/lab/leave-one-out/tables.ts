import { csvText } from '../results/csv.ts';
import { alignedTable } from '../study/print-table.ts';
import { fitOf, type Prediction, worst } from './fit.ts';

/** Something predicted of many organisations. */
export interface Question {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly predictions: readonly Prediction[];
}

/** A row for each question, and one for its organisations that are not specialist. */
export function fitCsv(questions: readonly Question[]): Iterable<string> {
  const header = [
    'question',
    'label',
    'of',
    'count',
    'r_squared',
    'r_squared_of_logs',
    'mape_pct',
    'median_pct',
  ];
  return csvText(
    header,
    questions.flatMap((question) =>
      groupsOf(question).map(({ of, predictions }) => {
        const fit = fitOf(predictions);
        return [
          ...[question.id, question.label, of, fit.count],
          ...[fit.rSquared, fit.rSquaredOfLogs, fit.mapePct, fit.medianPct],
        ];
      }),
    ),
  );
}

/** A row for each question and organisation. */
export function predictionCsv(questions: readonly Question[]): Iterable<string> {
  const header = ['question', 'code', 'name', 'unit', 'published', 'predicted', 'error_pct', 'remarks'];
  return csvText(
    header,
    questions.flatMap(({ id, unit, predictions }) =>
      predictions.map(({ code, name, actual, predicted, remarks }) => [
        ...[id, code, name, unit, actual, predicted],
        ...[100 * (predicted / actual - 1), remarks.join('; ')],
      ]),
    ),
  );
}

export function fitTable(questions: readonly Question[]): string {
  const rows = questions.flatMap((question) =>
    groupsOf(question).map(({ of, predictions }) => {
      const fit = fitOf(predictions);
      return [
        ...[question.label, of, String(fit.count), fit.rSquared.toFixed(2), fit.rSquaredOfLogs.toFixed(2)],
        ...[`${fit.mapePct.toFixed(1)}%`, `${fit.medianPct.toFixed(1)}%`],
      ];
    }),
  );
  const header = ['predicted', 'of', 'number', 'R2', 'R2 of logs', 'mean error', 'median error'];
  return alignedTable(header, rows);
}

export function worstTable({ label, unit, predictions }: Question, count: number): string {
  const rows = worst(predictions, count).map(({ code, name, actual, predicted, remarks }) => [
    code,
    name,
    whole(actual),
    whole(predicted),
    `${predicted >= actual ? '+' : ''}${(100 * (predicted / actual - 1)).toFixed(0)}%`,
    remarks.join('; '),
  ]);
  return alignedTable([`${label}, ${unit}`, '', 'published', 'predicted', 'error', 'remarks'], rows);
}

/** All, and all but specialist trusts where there are any. */
function groupsOf({ predictions }: Question): { of: string; predictions: readonly Prediction[] }[] {
  const general = predictions.filter(({ remarks }) => !remarks.includes('specialist'));
  const all = { of: 'all', predictions };
  return general.length === predictions.length
    ? [all]
    : [all, { of: 'general trusts', predictions: general }];
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}
