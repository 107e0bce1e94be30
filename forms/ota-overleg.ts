/** The meetings of an OTA road: the start of a traject, or a session with a team; no client sits there (docs/overleg.md §6). */
import type { OverlegOfForm } from './kit/overleg/of-form.ts'

export const otaOverleg: OverlegOfForm = {
  noun: {
    fact: 'soort',
    nouns: { intervisie: 'intervisie', teamcoaching: 'teamcoaching', vorming: 'vorming' },
    otherwise: 'start-overleg',
  },
  withClient: false,
  questions: {},
  moves: {
    fix: 'start_plannen',
    fixAgain: 'start_opnieuw',
    move: 'start_verzetten',
    cancel: 'start_afgelast',
    hold: 'start_gehouden',
  },
  standings: {
    voorbereiden: '{behandelaar} zoekt met u een moment.',
    gepolst: '{behandelaar} vroeg wanneer het past. Antwoord via de link in uw mail.',
    vastgelegd: 'U spreekt {behandelaar} op {datum}. Uw uitnodiging zit in uw mail.',
    vastgelegd_zonder: '{behandelaar} legde een dag vast. Wilt u weten welke? Bel {tel}.',
    verplaatst: 'Uw afspraak met {behandelaar} is verplaatst naar {datum}. Uw pagina toont de nieuwe dag.',
    verplaatst_zonder: 'De afspraak kreeg een andere dag. Wilt u weten welke? Bel {tel}.',
    afgelast: 'De afspraak ging niet door. {behandelaar} zoekt met u een nieuwe dag.',
  },
}
