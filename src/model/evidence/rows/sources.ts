/** Addresses that more than one row cites. */
export const MONTHLY_RETURNS =
  'derived: NHS England monthly hospital activity returns, April 2008 to March 2009, over 51.78 million residents';
export const LIFE_TABLE =
  'derived: Gompertz-Makeham curve fitted to England and Wales deaths and exposures 2007 (https://github.com/amvillegas/StMoMo) and to life expectancy 77.8 and 81.9';
export const QOF_BACKGROUND =
  'Quality and Outcomes Framework 2008-09, England, unadjusted share of the list; remembered';
export const CMS =
  'Cambridge Multimorbidity Score, general-outcome weight, https://pmc.ncbi.nlm.nih.gov/articles/PMC7004217, times 0.6 by judgement (what four conditions then do lies between 2.09 for 4-5 conditions, https://pmc.ncbi.nlm.nih.gov/articles/PMC4093932/table/tbl5, and 5.87 for 4 or more, Payne 2013)';
export const PAYNE_2014 = 'https://pmc.ncbi.nlm.nih.gov/articles/PMC4093932/table/tbl5';
export const CARDIOMETABOLIC = 'https://bmcmedicine.biomedcentral.com/articles/10.1186/s12916-021-02126-x';
export const SCOTTISH_OUTPATIENTS =
  'https://www.gov.scot/publications/modern-outpatient-collabortaive-approach-2017-2020/pages/15/';
export const UTILITY_MODEL_INPUTS =
  'https://bmcnutr.biomedcentral.com/articles/10.1186/s40795-016-0115-1/tables/2';
export const LAWS_PROTOTYPE =
  'recommended default and range of the mean-field prototype of the organisational laws; no published size';
