import { type Artefact, aimInWords, type FitRecord } from '../lab/calibration/artefact.ts';
import { styled } from './style.ts';
import { type Column, readable, textTable } from './table.ts';

/** The tables of a calibration: what informs what, starts, residuals, waves, what is left of the priors. */
export function calibrationText(artefact: Artefact): string {
  return [
    section('Which target informs which parameter', sensitivities(artefact)),
    section('Starts', starts(artefact)),
    section('Fit against what was published', residuals(artefact)),
    ...(artefact.fit.reported.length === 0 ? [] : [section('Not fitted to', reported(artefact))]),
    section('Waves of history matching', waves(artefact)),
    section('What the targets leave of each prior', posterior(artefact)),
    closing(artefact),
  ].join('\n');
}

function section(title: string, body: string): string {
  return `${styled('bold', title)}\n${body}\n`;
}

const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

/** Elasticities; the star marks the target that says most about a parameter, given how far it may be off. */
function sensitivities({ sensitivities: all, targets, posterior: free }: Artefact): string {
  const names = free.map(({ parameter }) => parameter);
  const most = names.map((name) =>
    all
      .filter(({ parameter }) => parameter === name)
      .reduce((best, one) => (one.information > best.information ? one : best)),
  );
  const rows = targets.map(({ id }) => [
    id,
    ...names.map((name, p) => {
      const one = all.find(({ target, parameter }) => target === id && parameter === name)!;
      const star = most[p] === one ? '*' : ' ';
      return `${one.elasticity.toFixed(2)} (${one.information.toFixed(1)})${star}`;
    }),
  ]);
  const note =
    'Per cent of the figure per one per cent of the parameter at the centre of its prior; in brackets, what half\nthe prior does, in standard deviations that the figure may be off by. * informs it most.';
  return `${textTable([left('target'), ...names.map(right)], rows)}\n${note}`;
}

function starts({ starts: all, fit }: Artefact): string {
  const names = Object.keys(fit.values);
  const rows = all.map(({ from, to, loss, steps, stopped }, n) => [
    String(n),
    ...names.map((name) => `${digits(from[name]!)} → ${digits(to[name]!)}`),
    digits(loss),
    `${stopped} (${steps})`,
  ]);
  return textTable([right('start'), ...names.map(right), right('loss'), left('ended')], rows);
}

function residuals(artefact: Artefact): string {
  const { fit, centre, inForce, reference, targets } = artefact;
  const by = (record: FitRecord, n: number) => percent(record.residuals[n]!.differencePct);
  const rows = fit.residuals.map((one, n) => [
    one.figure,
    readable(one.published),
    readable(one.model),
    percent(one.differencePct),
    one.standardised.toFixed(2),
    reference === undefined ? '' : percent(reference.residuals[n]!.differencePct),
    by(inForce, n),
    by(centre, n),
    `${share(targets[n]!.tolerance)} ${share(targets[n]!.discrepancy)} ${share(targets[n]!.luck)}`,
  ]);
  const columns = [
    left('target'),
    right(aimInWords(artefact)),
    right('fit'),
    right('off'),
    right('standardised'),
    right(reference === undefined ? '' : `${reference.place}, scale ${reference.scale}`),
    right('values in force'),
    right('centre of prior'),
    left('tolerance, discrepancy, luck'),
  ];
  const loss = `Loss (${fit.residuals.length} targets): fit ${digits(fit.loss)}, values in force ${digits(inForce.loss)}, centre of the prior ${digits(centre.loss)}.`;
  return `${textTable(columns, rows)}\n${loss}`;
}

function reported({ fit, inForce, centre }: Artefact): string {
  const rows = fit.reported.map((one, n) => [
    one.figure,
    readable(one.published),
    readable(one.model),
    percent(one.differencePct),
    percent(inForce.reported[n]!.differencePct),
    percent(centre.reported[n]!.differencePct),
  ]);
  const columns = [
    left('figure'),
    right('published'),
    right('fit'),
    right('off'),
    right('values in force'),
    right('centre of prior'),
  ];
  return textTable(columns, rows);
}

function waves({ waves: all, cutoff }: Artefact): string {
  const rows = all.map(({ draws, accepted, emulator, plausibleShare }, n) => [
    String(n + 1),
    String(draws),
    String(accepted),
    emulator === undefined ? 'none' : `degree ${emulator.degree}, ${emulator.points} points`,
    emulator === undefined
      ? ''
      : Object.values(emulator.leftOut)
          .map(({ predicted }) => predicted.toFixed(2))
          .join(' '),
    `${(100 * plausibleShare).toPrecision(2)}%`,
  ]);
  const columns = [
    right('wave'),
    right('draws'),
    right('accepted'),
    left('emulator'),
    left('variance predicted at points left out, by target'),
    right('plausible part of the prior'),
  ];
  return `${textTable(columns, rows)}\nAccepted: no target off by more than ${cutoff} standard deviations, as the model itself says.`;
}

function posterior({ posterior: all, fit, inForce }: Artefact): string {
  const rows = all.map((one) => [
    one.parameter,
    `${digits(one.low)} to ${digits(one.high)}`,
    digits(fit.values[one.parameter]!),
    digits(inForce.values[one.parameter]!),
    `${digits(one.plausibleLow)} to ${digits(one.plausibleHigh)}`,
    one.width.toFixed(2),
    one.contracted ? 'known from the targets' : 'assumption: the targets do not say',
  ]);
  const columns = [
    left('parameter'),
    right('prior'),
    right('fit'),
    right('in force'),
    right('plausible (9 in 10)'),
    right('width over prior'),
    left('standing'),
  ];
  return textTable(columns, rows);
}

function closing({ accepted, waves: all }: Artefact): string {
  const draws = all.reduce((sum, wave) => sum + wave.draws, 0);
  return accepted.length === 0
    ? `None of ${draws} draws was accepted: more waves or draws may find some, or the model cannot give all targets at once.`
    : `${accepted.length} of ${draws} draws accepted: lhe run --uncertainty carries them on.`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function percent(value: number): string {
  return `${value >= 0 ? '+' : ''}${value.toFixed(1)}%`;
}

function share(value: number): string {
  return `${(100 * value).toPrecision(2)}%`;
}
