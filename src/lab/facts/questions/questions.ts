import type { Question } from '../question.ts';
import { BODY_QUESTIONS } from './bodies.ts';
import { CHOICE_QUESTIONS } from './choice.ts';
import { ENGLAND_QUESTIONS } from './england.ts';
import { HOSPITAL_QUESTIONS } from './hospitals.ts';
import { MERGER_QUESTIONS } from './mergers.ts';
import { PAYMENT_QUESTIONS } from './payment.ts';
import { PRACTICE_QUESTIONS } from './practices.ts';

/** Every fact that can be posed, by the runs that answer it. */
export const QUESTIONS: readonly Question[] = [
  ...PAYMENT_QUESTIONS,
  ...CHOICE_QUESTIONS,
  ...PRACTICE_QUESTIONS,
  ...HOSPITAL_QUESTIONS,
  ...BODY_QUESTIONS,
  ...MERGER_QUESTIONS,
  ...ENGLAND_QUESTIONS,
];
