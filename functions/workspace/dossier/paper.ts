/** A dossier on paper: chosen parts of it, and no more than fits on three sheets. */
import { foldsOf, foremostOf } from '../../../forms/kit/at-a-glance.ts'
import { openIn } from '../../../forms/kit/plan/phases.ts'
import { summarize } from '../../../forms/kit/questions/summary.ts'
import { shorten } from '../../../forms/kit/shorten.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { moment } from '../mail-words.ts'
import { calledOf } from '../overleg/words.ts'
import { overlegStepOf } from './overleg-part.tsx'
import { timelineOf } from './timeline.ts'
import { timelineLine } from './timeline-words.ts'
import type { DossierView } from './view.ts'

/** What can be chosen, in the order in which it is printed. Field `deel` of the address of the page. */
export const paperParts = {
  vraag: 'De vraag',
  overleg: 'Overleg en plan',
  tijdlijn: 'Tijdlijn',
  'andere-antwoorden': 'Alle andere antwoorden',
} as const
export type PaperPart = keyof typeof paperParts
export const paperField = 'deel'

const isPaperPart = (value: string): value is PaperPart => Object.hasOwn(paperParts, value)
const usual: readonly PaperPart[] = ['vraag', 'overleg', 'tijdlijn']

/** As chosen, or what is usually wanted; words that are not ours are no choice. */
export function partsChosen(values: readonly string[]): readonly PaperPart[] {
  const chosen = [...new Set(values.filter(isPaperPart))]
  return chosen.length > 0 ? chosen : usual
}

interface Printed {
  title: string
  /** What stands there, each with what it is about. */
  facts: readonly (readonly [label: string, text: string])[]
}

export interface DossierPaper {
  parts: readonly Printed[]
  /** There was more than fits. */
  cut: boolean
}

/** Lines of text on three sheets of A4, beside the head and the room between texts, and the widest letters of a line (`W`, 10 points, 18 cm). */
const mostLines = 140
const lettersInLine = 52
/** Bytes of one text: who reads a paper reads no book. */
const mostOfText = 1_200
const mostOfQuestion = 2_400

export function paperOf(view: DossierView, chosen: readonly PaperPart[]): DossierPaper {
  const wanted = Object.keys(paperParts)
    .filter(isPaperPart)
    .filter((part) => chosen.includes(part))
  let left = mostLines
  let cut = false
  const parts: Printed[] = []
  for (const part of wanted) {
    const facts: [string, string][] = []
    left -= 3
    for (const [label, text] of factsOf(view, part)) {
      const kept = shorten(text, part === 'vraag' ? mostOfQuestion : mostOfText)
      if (kept !== text) cut = true
      const lines = 1 + linesOf(kept)
      if (lines > left) {
        cut = true
        break
      }
      left -= lines
      facts.push([label, kept])
    }
    if (facts.length > 0) parts.push({ title: paperParts[part], facts })
  }
  return { parts, cut }
}

const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersInLine)), 0)

function factsOf(view: DossierView, part: PaperPart): [string, string][] {
  const { service, answers } = view
  switch (part) {
    case 'vraag': {
      if (!answers) return [['Antwoorden', 'Gewist']]
      const questions = foremostOf(service, answers)
      return summarize({ slug: '', title: '', questions }, answers).map(({ label, text }) => [label, text.join('\n')])
    }
    case 'overleg':
      return [...overlegFacts(view), ...planFacts(view)]
    case 'tijdlijn':
      return timelineOf(view)
        .entries.filter(({ kind }) => kind !== 'consultation')
        .map((entry) => [moment(new Date(entry.at)), timelineLine(view, entry)])
    case 'andere-antwoorden':
      return answers
        ? foldsOf(service, answers).flatMap(({ lines }) =>
            lines.map(({ label, text }): [string, string] => [label, text.join('\n')]),
          )
        : []
  }
}

function overlegFacts(view: DossierView): [string, string][] {
  const step = overlegStepOf(view)
  return step ? [['Overleg', step.stands]] : []
}

/** What is still to be done of a plan that runs. */
function planFacts({ plan: shown }: DossierView): [string, string][] {
  if (!shown?.plan?.running) return []
  const { plan, said, texts, details, overleg } = shown
  return openIn(plan, said).map(({ id, wie, tegen }) => [
    `Afspraak${tegen === undefined ? '' : `, tegen ${dateInWords(tegen)}`}`,
    `${texts.afspraken[id] ?? ''} (${calledOf(details, { id: wie, wie: overleg?.participants[wie]?.wie ?? 'dienst' })})`,
  ])
}
