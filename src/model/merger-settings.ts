/** Parameters of mergers, as plain numbers. @param value a parameter by id; throws when there is no such row */
export function mergerSettings(value: (id: string) => number) {
  return {
    duplicateClosed: value('merger_duplicate_closed'),
    closureWeeks: value('merger_closure_weeks'),
    delayWeeks: value('merger_development_delay_weeks'),
    costShare: value('merger_cost_share_of_income'),
  };
}
