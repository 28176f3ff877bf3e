import { INTEGRATED_CHOICE } from './integrated-choice.ts';
import { regime } from './regime.ts';

export const INTEGRATED_CHOICE_GP_LED = regime({
  id: 'integrated-choice-gp-led',
  label: 'Choice of integrated systems, led by general practice',
  from: INTEGRATED_CHOICE,
  description:
    'Competing systems founded by groups of practices that hold real budgets, with community services as partners; ' +
    'hospitals stay outside and are paid by tariff. Vertical in rural areas, with a hospital that mostly rural people use.',
  claimed: 'Those who decide on referrals and keep people well hold the money for it.',
  feared: 'Small groups bear large risks; the hospital keeps its own interest.',
  lookAt: 'As for integrated-choice; deficits of small systems, care moved out of hospital, prevention.',
  undecided: [
    {
      question: 'How far does a practice feel the system’s budget?',
      taken: 'as its own: hard, emergencies too',
      alternatives: 'indicative',
    },
    {
      question: 'Who sits on its board?',
      taken: 'general practice 0.7, community services 0.3 (assumption)',
      alternatives: 'specialists as partners',
      settings: ['governance.seatsHospital', 'governance.seatsGeneralPractice', 'governance.seatsCommunity'],
    },
  ],
  set: {
    'budget.salience': 'hard',
    'budget.emergencySalience': 'hard',
    'provision.form': 'virtual',
    'provision.led': 'practices',
    'provision.trust': false,
    'governance.seatsHospital': 0,
    'governance.seatsGeneralPractice': 0.7,
    'governance.seatsCommunity': 0.3,
  },
  parts: { rural: { 'provision.trust': true } },
});
