/**
 * What an answer to an event can be asked (docs/domain.md §6). The words for who answers; where an organiser writes down what
 * somebody said, the same fields in words about that person.
 */
import { emailError } from './kit/questions/common-pages.ts'
import type { ChoiceQuestion, Question, RowsQuestion, TextQuestion } from './kit/questions/questions.ts'

export const antwoord: ChoiceQuestion = {
  kind: 'choice',
  name: 'antwoord',
  label: 'Komt u?',
  error: 'Kies of u deelneemt',
  options: [
    { value: 'ja', label: 'Ik neem deel' },
    { value: 'nee', label: 'Ik kan er niet bij zijn' },
    { value: 'op_de_hoogte', label: 'Ik kan er niet bij zijn, maar hou me op de hoogte' },
  ],
}

/** No seat is left. */
export const antwoordWhenFull: ChoiceQuestion = {
  ...antwoord,
  label: 'Volzet. Op de wachtlijst?',
  options: [
    { value: 'ja', label: 'Zet mij op de wachtlijst' },
    { value: 'nee', label: 'Ik kan er niet bij zijn' },
    { value: 'op_de_hoogte', label: 'Hou me op de hoogte' },
  ],
}

/** Of who waits already: *ja* is no seat. */
export const antwoordWhenWaiting: ChoiceQuestion = {
  ...antwoord,
  label: 'Blijft u op de wachtlijst?',
  options: [
    { value: 'ja', label: 'Ik blijf op de wachtlijst' },
    ...antwoord.options.filter(({ value }) => value !== 'ja'),
  ],
}

/** Of an organiser, about who called. */
export const antwoordOfCaller: ChoiceQuestion = {
  ...antwoord,
  label: 'Komt deze persoon?',
  error: 'Kies of deze persoon komt',
  options: [
    { value: 'ja', label: 'Ja' },
    { value: 'nee', label: 'Nee' },
    { value: 'op_de_hoogte', label: 'Nee, maar wil op de hoogte blijven' },
  ],
}

export const naam: TextQuestion = {
  kind: 'text',
  name: 'naam',
  label: 'Naam',
  error: 'Vul uw naam in',
  autocomplete: 'name',
}
export const naamOfCaller: TextQuestion = {
  kind: 'text',
  name: 'naam',
  label: 'Naam',
  error: 'Vul de naam in van wie belde',
}

export const organisatie: TextQuestion = {
  kind: 'text',
  name: 'organisatie',
  label: 'Organisatie',
  error: 'Vul uw organisatie in',
  autocomplete: 'organization',
}

export const functie: TextQuestion = {
  kind: 'text',
  name: 'functie',
  label: 'Functie',
  error: '',
  optional: true,
  autocomplete: 'organization-title',
}

export const email: TextQuestion = {
  kind: 'email',
  name: 'email',
  label: 'E-mailadres',
  hint: 'We mailen u de bevestiging en uw eigen link. Een gedeelde mailbox mag.',
  error: emailError,
  autocomplete: 'email',
}
export const emailOfCaller: TextQuestion = {
  kind: 'email',
  name: 'email',
  label: 'E-mailadres',
  hint: 'Dan mailen we de bevestiging en een eigen link.',
  error: emailError,
  optional: true,
}

/** Who has no address is called when something changes. */
export const telefoon: TextQuestion = {
  kind: 'phone',
  name: 'telefoon',
  label: 'Telefoonnummer',
  hint: 'Hebt u geen e-mail? Dan bellen we u als er iets verandert.',
  error: 'Vul een telefoonnummer in',
  optional: true,
  autocomplete: 'tel',
}
export const telefoonOfCaller: TextQuestion = {
  kind: 'phone',
  name: 'telefoon',
  label: 'Telefoonnummer',
  hint: 'Zonder e-mailadres vertrekt er geen mail. Dan belt u zelf als er iets verandert.',
  error: 'Vul een telefoonnummer in',
  optional: true,
}

export const aantal: TextQuestion = {
  kind: 'wholeNumber',
  name: 'aantal',
  label: 'Met hoeveel komt u?',
  hint: 'Tel uzelf mee. Laat leeg als u alleen komt.',
  error: 'Vul een aantal in, bijvoorbeeld 3',
  optional: true,
}

/** People beside who answers that one answer can bring. */
const mostColleagues = 8

export const collega: RowsQuestion = {
  kind: 'rows',
  name: 'collega',
  label: 'Ik antwoord ook voor collega’s',
  hint: 'Zij komen ook. We mailen alleen u. Elke naam telt voor één plaats.',
  error: '',
  optional: true,
  rowName: 'Collega',
  columns: [
    { kind: 'text', name: 'naam', label: 'Naam', error: 'Vul de naam van uw collega in' },
    { kind: 'text', name: 'functie', label: 'Functie', error: '', optional: true },
  ],
  max: mostColleagues,
  tooMany: `U kunt voor hoogstens ${mostColleagues} collega’s antwoorden. Bel ons voor een grotere groep.`,
  shown: 2,
}

export const casus: ChoiceQuestion = {
  kind: 'choices',
  name: 'casus',
  label: 'Een casus',
  hint: 'We bespreken anonieme casussen. Het gaat niet om individuele cliënten.',
  error: 'Vink dit aan of laat het leeg',
  optional: true,
  options: [{ value: 'ja', label: 'Ik kan een anonieme casus inbrengen' }],
}

export const opmerking: Question = {
  kind: 'longText',
  name: 'opmerking',
  label: 'Wat hebt u nodig om deel te nemen?',
  hint: 'Bijvoorbeeld een tolk Vlaamse Gebarentaal, of plaats voor een rolstoel. Geen gegevens over cliënten.',
  error: '',
  optional: true,
  max: 500,
}
