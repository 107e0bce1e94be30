/** Who sits at the table of an LCO: a row per service, at least as many as the network asks (docs/domain.md §4, page 5). */
import { counted } from './kit/counted.ts'
import type { Answers } from './kit/questions/answers.ts'
import { emailError, line } from './kit/questions/common-pages.ts'
import { judge, questionsOf } from './kit/questions/criteria.ts'
import type { FieldError, PageRule, RuleContext } from './kit/questions/page.ts'
import type { RowsQuestion } from './kit/questions/questions.ts'

/** The smallest number of services with which the network's criteria on services are met. */
function servicesNeeded(answers: Answers, { criteria, now }: RuleContext): number {
  const onServices = criteria.filter(({ rule }) => questionsOf(rule).includes('aantal_diensten'))
  let count = 1
  while (count < 20 && judge(onServices, { ...answers, aantal_diensten: count }, now).outcome === 'doorverwezen')
    count += 1
  return count
}

export const betrokkenen: RowsQuestion = {
  kind: 'rows',
  name: 'betrokkenen',
  rowName: 'Dienst',
  label: 'Betrokken diensten',
  hint: 'Uw eigen dienst staat al ingevuld. Lege rijen tellen niet mee.',
  // How many are needed is the network's criterion: enoughServices says it, once.
  error: '',
  optional: true,
  max: 20,
  tooMany: 'Noem hoogstens 20 diensten',
  shown: 3,
  namesServices: true,
  firstRow: ({ organisatie, naam, email, functie }) => ({
    dienst: String(organisatie ?? ''),
    contactpersoon: String(naam ?? ''),
    email: String(email ?? ''),
    rol: String(functie ?? ''),
  }),
  columns: [
    line('dienst', 'Dienst', { error: 'Vul de naam van de dienst in' }),
    line('contactpersoon', 'Contactpersoon'),
    { kind: 'email', name: 'email', label: 'E-mailadres', error: emailError, optional: true },
    line('rol', 'Rol bij de cliënt'),
  ],
}

export const enoughServices: PageRule = { about: 'betrokkenen', check: enoughRows }

function enoughRows(answers: Answers, context: RuleContext): FieldError | undefined {
  const needed = servicesNeeded(answers, context)
  const rows = answers.betrokkenen
  const filled = Array.isArray(rows) ? rows.length : 0
  return filled < needed
    ? { name: `betrokkenen[${filled}].dienst`, message: `Noem minstens ${counted(needed, 'dienst', 'diensten')}` }
    : undefined
}
