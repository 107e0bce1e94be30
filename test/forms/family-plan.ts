/** A form with an overleg and a plan, as a network may want one: no file but this one knows it (docs/add-a-form.md). */
import type { Form } from '../../forms/kit/form.ts'
import { road } from '../../forms/kit/lifecycle/road.ts'
import { askYesNo, story, uwGegevens } from '../../forms/kit/questions/common-pages.ts'

const dag = { dateQuestion: 'Wanneer?' } as const
const { moves, ...lifecycle } = road({
  who: 'een begeleider',
  role: 'casemanager',
  inquiry: 'Is het gezin daar geholpen?',
  assigned: { statusText: '{behandelaar} belt u.', next: 'bel het gezin' },
  steps: [
    {
      name: 'tafel_gepland',
      button: 'Plan de tafel',
      ...dag,
      statusText: 'De tafel is op {datum}.',
      next: 'hou de tafel',
    },
    {
      name: 'tafel_gehouden',
      button: 'De tafel is gehouden',
      statusText: 'De tafel is gehouden.',
      next: 'schrijf het plan',
    },
    { name: 'plan_loopt', button: 'Het plan loopt', ...dag, statusText: 'Het plan loopt.', next: 'kijk samen' },
  ],
})
const by = ['coordinator', 'casemanager'] as const

export const familyPlan: Form = {
  slug: 'gezinstafel',
  prefix: 'GZT',
  name: 'Gezinstafel',
  ...{ noun: 'aanvraag', subject: 'een gezinstafel', short: 'een gezinstafel' },
  start: {
    title: 'Vraag een gezinstafel aan',
    lead: 'Het gezin en wie helpt, samen aan tafel.',
    door: { title: 'Gezinstafel', text: 'Samen aan tafel.', go: 'Vraag een tafel aan' },
    ...{ atHand: 'Het akkoord van het gezin.', duration: 'ongeveer 5 minuten' },
    ...{ readers: 'en wie de tafel leidt', mind: ['Vul geen namen in.'] },
  },
  pages: [
    {
      slug: 'criteria',
      title: 'Past een gezinstafel?',
      judges: true,
      questions: [askYesNo('akkoord', 'Is het gezin akkoord?', { error: 'Kies of het gezin akkoord is' })],
    },
    uwGegevens(),
    {
      slug: 'vraag',
      title: 'Wat wil het gezin?',
      questions: [story('wens', 'Wat wil het gezin?'), story('zelf', 'Wat doet het gezin zelf?')],
    },
  ],
  lifecycle: {
    ...lifecycle,
    moves: [
      ...moves,
      { by, action: 'tafel_afgelast', label: 'Gelast af', from: ['tafel_gepland'], to: 'toegewezen' },
      { by, action: 'tafel_opnieuw', label: 'Opnieuw', from: ['plan_loopt'], to: 'tafel_gepland', asks: ['datum'] },
    ],
  },
  overleg: {
    noun: 'gezinstafel',
    withClient: true,
    questions: {},
    moves: {
      ...{ fix: 'tafel_gepland', move: 'tafel_gepland', fixAgain: 'tafel_opnieuw' },
      ...{ cancel: 'tafel_afgelast', hold: 'tafel_gehouden' },
    },
    standings: {
      ...{
        voorbereiden: 'We bereiden de tafel voor.',
        gepolst: 'We zoeken een moment.',
        afgelast: 'De tafel ging niet door.',
      },
      ...{ vastgelegd: 'De tafel is op {datum}.', vastgelegd_zonder: 'De tafel ligt vast.' },
      ...{ verplaatst: 'De tafel is nu op {datum}.', verplaatst_zonder: 'De tafel kreeg een andere dag.' },
    },
  },
  plan: {
    domains: { options: [{ value: 'gezin', label: 'wat het gezin wil' }], goal: 'wens' },
    beside: ['zelf'],
    evaluateWithinMonths: 3,
    moves: { run: 'plan_loopt', close: 'afsluiten' },
  },
  discretion: 'Stuur geen gegevens per mail.',
  stopping: 'Het gezin mag altijd stoppen.',
  triage: 'Wijs een begeleider toe.',
  afterwards: ['Iemand belt u.'],
}
