import * as z from 'zod';

/** How volumes of planned care are set for the year. */
export const planningSchema = z.strictObject({
  volumesFollowDemand: z
    .boolean()
    .describe(
      'Whether the yearly contract round sets volumes by demand and clears the list above the target wait, within ' +
        'what staff allow; false = capacity stays as it is.',
    ),
});

export type Planning = Readonly<z.infer<typeof planningSchema>>;
