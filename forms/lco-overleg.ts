/** The overleg of an LCO: the client, who stands beside them, and every service they agree to (docs/overleg.md). */
import type { OverlegOfForm } from './kit/overleg/of-form.ts'

export const lcoOverleg: OverlegOfForm = {
  noun: 'overleg',
  withClient: true,
  questions: {
    table: 'betrokkenen',
    keyPerson: 'spilfiguur',
    confidant: {
      question: 'vertrouwensfiguur',
      comes: ['brengt_mee', 'genodigd'],
      name: 'vertrouwensfiguur_naam',
      email: 'vertrouwensfiguur_email',
    },
    interpreter: { question: 'tolk', language: 'taal' },
    safeContact: 'veilig_contact',
    wishes: 'momenten',
    before: 'voor_datum',
    shape: 'vorm',
  },
  moves: {
    fix: 'overleg_plannen',
    fixAgain: 'opnieuw_overleggen',
    move: 'overleg_verzetten',
    cancel: 'overleg_afgelast',
    hold: 'overleg_gehouden',
  },
  standings: {
    voorbereiden: '{behandelaar} bespreekt met de cliënt wie aan tafel zit, en wanneer.',
    gepolst: '{behandelaar} zoekt een moment dat past voor de cliënt en de diensten.',
    vastgelegd: 'Het overleg is op {datum}. Uw uitnodiging zit in uw mail.',
    vastgelegd_zonder: 'Het overleg ligt vast.',
    verplaatst: 'Het overleg is verplaatst naar {datum}. Uw pagina toont de nieuwe dag.',
    verplaatst_zonder: 'Het overleg kreeg een andere dag.',
    afgelast: 'Het overleg ging niet door. {behandelaar} zoekt samen met de cliënt hoe het verder kan.',
  },
}
