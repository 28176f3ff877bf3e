/** One seed for every property, so that a run of the tests can be repeated; set FC_SEED to look elsewhere. */
export const SEED = Number(process.env.FC_SEED ?? 20070401);

/** Set FC_RUNS to multiply the number of scenarios that each property draws. */
export const EFFORT = Number(process.env.FC_RUNS ?? 1);
