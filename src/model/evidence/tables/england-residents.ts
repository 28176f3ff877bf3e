import { POPULATION_BANDS, POPULATION_YEARS } from '../../place.ts';
import type { PublishedTable } from './published-table.ts';

const FIVE_YEARS = 5;
const BANDS = 19;

/** Residents of England, mid-year: a row is a year of POPULATION_YEARS, a column a band of POPULATION_BANDS. */
export const ENGLAND_RESIDENTS: PublishedTable = {
  id: 'england_residents',
  label: 'Residents of England at mid-year by band of age',
  unit: 'people',
  year: '2007-2013',
  source: 'derived: ONS mid-year estimates by district, rebased on the 2011 Census (sum of 309 districts)',
  rows: POPULATION_YEARS.map(String),
  columns: POPULATION_BANDS.map((from) => `age_${from}`),
  values: [
    [3049020, 6104965, 21390737, 12711203, 4186667, 2855667, 1082834],
    [3142705, 6062796, 21451529, 12908842, 4273848, 2864519, 1111614],
    [3211905, 6040611, 21443234, 13100344, 4387775, 2876775, 1135737],
    [3280494, 6043590, 21457653, 13297100, 4490464, 2908101, 1165050],
    [3328746, 6057546, 21510763, 13480447, 4592171, 2944178, 1193318],
    [3393356, 6091453, 21440720, 13511692, 4844490, 2991512, 1220506],
    [3414130, 6164312, 21384914, 13597282, 5023573, 3043739, 1237867],
  ],
};

/** The first estimates of mid-2008: a row is a five-year band up to 90 and over, a column a sex. */
export const FIRST_ESTIMATES_2008: PublishedTable = {
  id: 'england_first_estimates',
  label: 'Residents of England at mid-2008 as first estimated',
  unit: 'thousand people',
  year: '2008',
  source:
    'Office for National Statistics, first mid-2008 estimates of the population of England (51.78 million)',
  rows: Array.from({ length: BANDS }, (_, band) => `age_${band * FIVE_YEARS}`),
  columns: ['male', 'female'],
  values: [
    [1586, 1513],
    [1506, 1436],
    [1597, 1518],
    [1700, 1620],
    [1745, 1711],
    [1698, 1713],
    [1724, 1739],
    [1824, 1851],
    [1913, 1959],
    [1802, 1840],
    [1607, 1635],
    [1540, 1576],
    [1450, 1506],
    [1162, 1242],
    [954, 1078],
    [753, 935],
    [512, 763],
    [243, 473],
    [90, 269],
  ],
};
