import { type Artefact, aimInWords } from '../lab/calibration/artefact.ts';
import { readArtefact } from '../lab/calibration/read-artefact.ts';
import { markdownTable } from './markdown-table.ts';
import { readable } from './table.ts';

/** What a shipped calibration found, for the documents. @param file default: the national one */
export function calibrationReference(file?: string): string {
  const artefact = readArtefact(file);
  const draws = artefact.waves.reduce((sum, wave) => sum + wave.draws, 0);
  const { place, scale, weeks, worlds } = artefact.setting;
  const made = `\`${artefact.command}\`: ${place} at scale ${scale}, ${weeks} weeks, worlds of an evaluation ${worlds}; ${artefact.accepted.length} of ${draws} draws accepted. Standardised: over tolerance, discrepancy and luck together.`;
  const loss = `Loss: fit ${digits(artefact.fit.loss)}, values in force ${digits(artefact.inForce.loss)}, centre of the priors ${digits(artefact.centre.loss)}.`;
  const answers =
    'Per cent of the target per one per cent of the parameter, and in brackets what half the prior does, in standard deviations that the target may be off by:';
  const parts = [made, posterior(artefact), residuals(artefact), loss, answers, sensitivities(artefact)];
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

function posterior({ posterior: all, fit, inForce }: Artefact): string {
  const rows = all.map(({ parameter, low, high, plausibleLow, plausibleHigh, width, contracted }) => [
    `\`${parameter}\``,
    `${digits(low)} to ${digits(high)}`,
    digits(fit.values[parameter]!),
    digits(inForce.values[parameter]!),
    `${digits(plausibleLow)} to ${digits(plausibleHigh)}`,
    width.toFixed(2),
    contracted ? 'known from the targets' : 'assumption',
  ]);
  const header = [
    'parameter',
    'prior',
    'fit',
    'in force',
    'plausible (9 in 10)',
    'width over prior',
    'standing',
  ];
  return markdownTable(header, rows);
}

function residuals(artefact: Artefact): string {
  const { fit, inForce, centre, reference } = artefact;
  const rows = fit.residuals.map((one, n) => [
    `\`${one.figure}\``,
    readable(one.published),
    percent(one.differencePct),
    one.standardised.toFixed(2),
    ...(reference === undefined ? [] : [percent(reference.residuals[n]!.differencePct)]),
    percent(inForce.residuals[n]!.differencePct),
    percent(centre.residuals[n]!.differencePct),
  ]);
  const reported = fit.reported.map((one, n) => [
    `\`${one.figure}\` (not fitted to)`,
    readable(one.published),
    percent(one.differencePct),
    '',
    ...(reference === undefined ? [] : ['']),
    percent(inForce.reported[n]!.differencePct),
    percent(centre.reported[n]!.differencePct),
  ]);
  const header = [
    'target',
    aimInWords(artefact),
    'fit',
    'standardised',
    ...(reference === undefined ? [] : [`fit in ${reference.place}, scale ${reference.scale}`]),
    'in force',
    'centre of the priors',
  ];
  return markdownTable(header, [...rows, ...reported]);
}

function sensitivities({ sensitivities: all, posterior: free, targets }: Artefact): string {
  const rows = targets.map(({ id }) => [
    `\`${id}\``,
    ...free.map(({ parameter }) => {
      const one = all.find((each) => each.target === id && each.parameter === parameter)!;
      return `${one.elasticity.toFixed(2)} (${one.information.toFixed(1)})`;
    }),
  ]);
  return markdownTable(['target', ...free.map(({ parameter }) => `\`${parameter}\``)], rows);
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function percent(value: number): string {
  return `${value >= 0 ? '+' : ''}${value.toFixed(1)}%`;
}
