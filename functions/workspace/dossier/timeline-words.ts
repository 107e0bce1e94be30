/** An entry of the timeline in one line of plain words, for paper. */
import { isCall } from '../../shared/store/logbook.ts'
import { fateOf, mailInWords, recipientInWords } from '../mail-words.ts'
import { endInWords } from './task-words.ts'
import type { ConsultedBy, Entry } from './timeline.ts'
import type { DossierView } from './view.ts'
import { callsInWords, doerOf, doneInWords, historyInWords, nameOf, typedInWords } from './words.ts'

export function timelineLine(view: DossierView, entry: Entry): string {
  const { service, content, now } = view
  switch (entry.kind) {
    case 'step': {
      const { text, states } = historyInWords(service, content, entry.line)
      return [`Stap: ${text}`, states, doerOf(view, entry.line)].filter(Boolean).join(', ')
    }
    case 'contact': {
      const { kind, text = '', action, takenBack } = entry.line
      const by = doerOf(view, entry.line)
      if (isCall(kind)) return `${callsInWords[kind]}${takenBack ? ' (klopte niet)' : ''}, ${by}`
      return `${typedInWords[kind]}, ${by}: ${action ? `${doneInWords(service, action)}: ` : ''}${text}`
    }
    case 'task':
      return `Taak, ${endInWords(view, entry.task)}: ${entry.task.text}`
    case 'mail': {
      const { notification } = entry.mail
      const to = recipientInWords(notification, content)
      return `Mail: ${mailInWords(notification)} aan ${to}. ${fateOf(entry.mail, now).text}`
    }
    case 'consultation':
      return `Bekeken door ${entry.people.map((one) => consultedInWords(view, one)).join(', ')}`
  }
}

/** "Casemanager Aalst (2 keer, 1 keer op papier)" */
export function consultedInWords({ content }: DossierView, { who, times, printed }: ConsultedBy): string {
  const often = [times > 1 && `${times} keer`, printed > 0 && `${printed} keer op papier`].filter(Boolean).join(', ')
  return often ? `${nameOf(content, who)} (${often})` : nameOf(content, who)
}
