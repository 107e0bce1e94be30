/** What was done to an overleg, as the history of its dossier says it: by the word of its audit line (decision.ts, `what`). */
import { forgottenWord } from './forget.ts'

export const overlegDone: Readonly<Record<string, string>> = {
  'tafel bewaard': 'De tafel van het overleg bewaard',
  'akkoord met de tafel': 'De cliënt ging akkoord met de tafel',
  'momenten bewaard': 'Momenten voor het overleg bewaard',
  'momenten gevraagd': 'Aan de tafel gevraagd wanneer het past',
  'moment vastgelegd': 'Een moment vastgelegd en uitgenodigd',
  'praktisch geregeld': 'Plaats, link of tolk van het overleg bewaard',
  'overleg verzet': 'Het overleg naar een andere dag verzet',
  'overleg afgelast': 'Het overleg gaat niet door',
  'overleg gehouden': 'Verslag van het overleg bewaard',
  'brief bezorgd': 'Een brief bezorgd',
  [forgottenWord]: 'Iemand van de tafel gewist, op eigen vraag',
}
