import { expect, test } from 'vitest';
import { reportProblem } from '@fengqiao/contract/cases/report.ts';
import { reportForm } from '@fengqiao/contract/report-form.ts';

const { properties } = reportProblem.body;
const fields: readonly string[] = [
  ...Object.keys(properties).filter((name) => name !== 'contact'),
  ...Object.keys(properties.contact.properties).map((name) => `contact.${name}`),
];
/** What no person is asked: given by the place on the map, by joining neighbours, by other systems, or by e-mail. */
const unasked = ['join', 'facts', 'contact.email'];

test('what a report takes is asked by exactly one question, and no question asks for more', () => {
  const asked = reportForm.flatMap(({ fills }) => fills);
  expect(asked.toSorted()).toEqual(fields.filter((name) => !unasked.includes(name)).toSorted());
});

test('a question that must be answered fills what the server demands', () => {
  const demanded = reportForm.filter(({ needed }) => needed).flatMap(({ fills }) => fills);
  for (const name of reportProblem.body.required ?? []) expect(demanded).toContain(name);
});

test('the steps of the screen follow the order of the questions', () => {
  const steps = reportForm.map(({ step }) => step);
  expect([...new Set(steps)]).toEqual(['photos', 'place', 'words']);
  expect(steps).toEqual(
    steps.toSorted(
      (a, b) => ['photos', 'place', 'words'].indexOf(a) - ['photos', 'place', 'words'].indexOf(b),
    ),
  );
});
