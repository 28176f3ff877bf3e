/**
 * Who reads a setting, and so by whose place it goes where a part or an area differs from the rest:
 *
 * - practice: by the part in which most people who register with it live, in its commissioner's area;
 * - commissioner: the primary care trust, for its whole area, by the part in which most of its people live;
 * - trust: for all its patients, by the zone nearest to its main site;
 * - body: for all its people, as the largest of its practices;
 * - nation: once for the whole place.
 */
export type Reader = 'practice' | 'commissioner' | 'trust' | 'body' | 'nation';

/** Who reads each setting of an institution. */
export type ReadersOf<Institution> = { readonly [Setting in keyof Institution]: readonly Reader[] };

/** Whoever pays: the commissioner of an area, or the body that has taken its people over. */
export const PAYERS: readonly Reader[] = ['commissioner', 'body'];
