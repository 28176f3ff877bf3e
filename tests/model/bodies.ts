import type { SettingValues } from '../../src/model/institutions/settings.ts';

/** Institutions that ask for bodies, for a test to add to. */

/** One body of commissioner, trusts and community services, founded at once. */
export const ONE_BODY: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'vertical',
  'provision.led': 'commissioner',
  'provision.trust': true,
  'provision.community': true,
  'rollout.by': 'decree',
};

/** Bodies that people choose between, with the money that comes with them: led by groups of practices. */
export const SYSTEMS_OF_PRACTICES: SettingValues = {
  ...ONE_BODY,
  'provision.led': 'practices',
  'provision.practices': true,
  'choice.of': 'system',
  'choice.reviewRate': 0.5,
  'riskAdjustment.formula': 'person',
  'riskAdjustment.income': 'dowry',
};

/** The same, one for each main hospital, which leads it. */
export const SYSTEMS_OF_HOSPITALS: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'vertical',
  'provision.led': 'hospital',
  'provision.trust': true,
  'choice.of': 'system',
  'riskAdjustment.income': 'dowry',
  'rollout.by': 'decree',
};

/** Bodies of practices alone, in force from the start, that people choose between. */
export const VIRTUAL_SYSTEMS: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'virtual',
  'provision.led': 'practices',
  'rollout.by': 'in-force',
  'choice.of': 'system',
};
