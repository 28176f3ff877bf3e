import type { PublishedTable } from '../../../model/evidence/tables/published-table.ts';

const FIFTHS = ['least_deprived', 'second', 'third', 'fourth', 'most_deprived'];
const IMD = 'derived: index of multiple deprivation 2007, 32,482 areas of England';

/** Where the fifths of deprivation are: of areas in towns and in the country. */
export const QUINTILES_OF_AREAS: PublishedTable = {
  id: 'quintiles_of_areas',
  label: 'Share of areas in each fifth of deprivation',
  unit: 'share',
  year: '2007',
  source: IMD,
  rows: ['urban', 'rural'],
  columns: FIFTHS,
  values: [
    [0.182, 0.172, 0.189, 0.22, 0.237],
    [0.286, 0.336, 0.251, 0.102, 0.025],
  ],
};

/** How deprived each fifth is. */
export const DEPRIVATION_OF_FIFTHS: PublishedTable = {
  id: 'deprivation_of_fifths',
  label: 'Mean deprivation score of the areas in each fifth',
  unit: 'score',
  year: '2007',
  source: IMD,
  rows: ['england'],
  columns: FIFTHS,
  values: [[5.45, 10.92, 17.25, 27.03, 47.7]],
};
