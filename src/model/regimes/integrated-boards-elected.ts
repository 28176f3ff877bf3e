import { INTEGRATED_BOARDS } from './integrated-boards.ts';
import { regime } from './regime.ts';

const SEATS =
  'derived: seven elected members and four appointed, https://www.ccdhb.org.nz/about-us/2019-dhb-elections/';

export const INTEGRATED_BOARDS_ELECTED = regime({
  id: 'integrated-boards-elected',
  label: 'Integrated boards, elected',
  from: INTEGRATED_BOARDS,
  description: 'Boards with seven elected members for four appointed ones, as in New Zealand from 2001.',
  claimed: 'Elected members make the board answer to its people.',
  feared: 'Members torn between voters and minister: deficits, and closures that never come.',
  lookAt: 'Slack, deficits, closures, distance, whose needs are met; turnout is low.',
  undecided: [
    {
      question: 'How many vote?',
      taken: '18%, between the two pilots in Scotland (13.9% and 22.6%)',
      alternatives: 'governance.turnout 0.1 to 0.5',
    },
  ],
  set: {
    'governance.seatsHospital': 0.09,
    'governance.seatsGeneralPractice': 0.09,
    'governance.seatsCommunity': 0.09,
    'governance.seatsPublicHealth': 0.09,
    'governance.seatsCitizens': 0.64,
    'governance.turnout': 0.18,
  },
  sources: {
    'governance.turnout':
      'between the pilots in Scotland, 13.9% and 22.6%, https://research-portal.st-andrews.ac.uk/en/publications/health-board-elections-and-alternative-pilots-in-nhs-scotlandinte',
    'governance.seatsHospital': SEATS,
    'governance.seatsGeneralPractice': SEATS,
    'governance.seatsCommunity': SEATS,
    'governance.seatsPublicHealth': SEATS,
    'governance.seatsCitizens': SEATS,
  },
});
