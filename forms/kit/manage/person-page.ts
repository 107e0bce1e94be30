/** Somebody of the network, as a coordinator types them: who comes, and what changes of who is there. */
import { phoneInWords } from '../contact.ts'
import type { NetworkContent, Person } from '../content.ts'
import { roleInWords } from '../content.ts'
import { type Role, roles } from '../content-schema.ts'
import { type Answers, asTyped, type RawInput } from '../questions/answers.ts'
import { choose, line } from '../questions/common-pages.ts'
import type { FieldError, Page } from '../questions/page.ts'
import { capitalised } from '../text.ts'

const nobody = 'niemand'

/** `offered`: roles there are in this network. `self`: id of who it is about, who may have another one; absent for who comes. */
export function personPage({ people }: Pick<NetworkContent, 'people'>, offered: readonly Role[], self?: string): Page {
  const others = people.filter(({ id }) => id !== self)
  const own = people.find(({ id }) => id === self)?.role
  return {
    slug: 'persoon',
    title: 'Gegevens',
    questions: [
      line('naam', 'Naam', { error: 'Vul de naam in', max: 80, autocomplete: 'off' }),
      choose(
        'rol',
        'Rol',
        { error: 'Kies wat deze persoon doet' },
        roles
          .filter((role) => offered.includes(role) || role === own)
          .map((role) => ({ value: role, label: capitalised(roleInWords[role]), about: roleTexts[role] })),
      ),
      line('dienst', 'Dienst', {
        hint: 'Waar deze persoon werkt. Zit die dienst in een dossier, dan zeggen we dat voor u toewijst.',
        error: 'Vul de dienst in',
        max: 100,
      }),
      {
        kind: 'email',
        name: 'email',
        label: 'E-mailadres',
        hint: 'Een eigen werkadres. Daar komen de uitnodiging en alle mails aan.',
        error: 'Vul één e-mailadres in, bijvoorbeeld naam@dienst.be',
      },
      {
        kind: 'phone',
        name: 'telefoon',
        label: 'Telefoon',
        hint: 'Aanvragers krijgen dit nummer als deze persoon hun dossier heeft.',
        error: 'Vul een telefoonnummer in waarop we deze persoon bereiken',
      },
      choose(
        'plaatsvervanger',
        'Wie vervangt deze persoon gewoonlijk?',
        {
          hint: 'Staat klaar als u afwezigheid invult. U kunt daar iemand anders kiezen.',
          error: 'Kies iemand uit de lijst, of niemand',
          optional: true,
        },
        [...others.map(({ id, name }) => ({ value: id, label: name })), { value: nobody, label: 'Niemand' }],
      ),
    ],
    rules: [
      {
        about: 'email',
        check: ({ email }) => {
          const has = others.find((person) => person.email === email)
          return has && { name: 'email', message: `${has.name} heeft dit adres al. Vul een eigen adres in` }
        },
      },
    ],
  }
}

const roleTexts: Readonly<Record<Role, string>> = {
  coordinator: 'leest alle aanvragen, wijst toe, en doet dit beheer',
  casemanager: 'volgt eigen dossiers op',
  bemiddelaar: 'volgt eigen dossiers op, en zit in het teamoverleg',
  organisator: 'organiseert activiteiten, en ziet geen dossiers',
}

/** What a page that was understood says of who it is about. */
export function personOfAnswers(id: string, answers: Answers): Person {
  const text = (name: string): string => String(answers[name] ?? '')
  const standIn = text('plaatsvervanger')
  return {
    id,
    name: text('naam'),
    // Of the options of the page.
    role: roles.find((role) => role === text('rol')) ?? 'casemanager',
    employer: text('dienst'),
    email: text('email'),
    phone: phoneInWords(text('telefoon')),
    ...(standIn && standIn !== nobody ? { standIn } : {}),
  }
}

/** The page filled in with who is there. */
export const typedPerson = ({ name, role, employer, email, phone, standIn }: Person): RawInput =>
  asTyped({
    naam: name,
    rol: role,
    dienst: employer,
    email,
    telefoon: phone,
    plaatsvervanger: standIn ?? nobody,
  })

/** Another role would leave their dossiers with somebody who cannot open them. */
export const rolesOfHolders = (before: Person, after: Person, held: number): FieldError[] =>
  held > 0 && before.role !== after.role && after.role === 'organisator'
    ? [
        {
          name: 'rol',
          message: `Een organisator heeft geen dossiers. Draag eerst over: ${held === 1 ? 'dat ene dossier' : `die ${held}`}`,
        },
      ]
    : []
