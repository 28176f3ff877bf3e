import { assumption, background, row, topic } from './row.ts';

const ANTHUN = 'https://pesquisa.bvs.br/aps/resource/pt/mdl-25929559';
const ERRORS = 'https://hfma.org.uk/articles/assurance-framework-shows-decrease-pbr-data-errors';

/** How deeply trusts code their admissions, and what audit takes back. */
export const CODING = topic('coding', [
  row(
    'coding_share_per_log',
    'Admissions recorded as complicated for each log unit of the depth of coding',
    'share of admissions',
    assumption(
      0.0625,
      0.02,
      0.1,
      `sized by hand to B11: 0.3 to 0.4 points more with complications for prices a tenth higher, ${ANTHUN}, at the default stiffness of levers`,
    ),
  ),
  row(
    'coding_price_premium',
    'Price of a complicated admission over a plain one, less one',
    'ratio',
    background(0.3, 0.15, 0.6, 'groups with complications are dearer by a third or so; remembered'),
  ),
  row(
    'coding_audit_share',
    'Part of wrong coding that audit finds where commissioners are as skilled as usual',
    'share',
    assumption(
      0.1,
      0,
      0.4,
      `samples of a few hundred cases a trust and year found 8 to 9% wrong, with net money about nil, ${ERRORS}; what commissioners recovered is published nowhere`,
    ),
  ),
  row(
    'coding_audit_fine',
    'Further loss, over what is paid back, where the drift is as large as the next row',
    'ratio',
    assumption(1, 0, 3, 'repeated samples, distrust and extrapolation; no published size'),
  ),
  row(
    'coding_audit_span',
    'Drift of coding at which audit costs that much more',
    'share of admissions',
    assumption(0.05, 0.02, 0.1, 'about half of the published rate of errors'),
  ),
]);
