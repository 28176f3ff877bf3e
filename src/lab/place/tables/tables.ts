import { ENGLAND_RESIDENTS, FIRST_ESTIMATES_2008 } from '../../../model/evidence/tables/england-residents.ts';
import type { PublishedTable } from '../../../model/evidence/tables/published-table.ts';
import { DEPRIVATION_OF_FIFTHS, QUINTILES_OF_AREAS } from './deprivation.ts';
import { PERCENT_WITH_CONDITION } from './prevalence-by-age.ts';

/** Every published table that the model and the making of places read as it is. */
export const PUBLISHED_TABLES: readonly PublishedTable[] = [
  ENGLAND_RESIDENTS,
  FIRST_ESTIMATES_2008,
  QUINTILES_OF_AREAS,
  DEPRIVATION_OF_FIFTHS,
  PERCENT_WITH_CONDITION,
];
