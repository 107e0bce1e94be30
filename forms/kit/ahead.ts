/**
 * What whoever asked sees of a form after sending, beside its lifecycle: the road ahead, and what they hand the client. Apart from the
 * form itself (forms/ahead.ts), as no page before sending and none of the werkruimte needs it.
 */
import type { Rule } from './questions/criteria.ts'

export interface Ahead {
  /**
   * From the first answer to the last step: the first of these in which a request stands. Receiving it comes before them all; how it
   * ends is said by `besides`.
   */
  roads: readonly (readonly RoadStep[])[]
  /** In states that are no step: "Uw vraag is beantwoord". Those that every form has, are known. */
  besides?: Readonly<Record<string, string>>
  /** What does not happen once it is stopped: "Er komt geen overleg." */
  whenStopped?: string
  /** Whom it is about, where that is not whoever asks. */
  about?: AboutClient
}

/** One step of the road. */
export interface RoadStep {
  /** What happens: "De casemanager belt u". */
  step: string
  /** Once it is behind, where that has other words. */
  done?: string
  /** What comes with it, as long as it is not behind. */
  text?: string
  /** The same for who left no e-mail address. */
  textWithoutMail?: string
  /** The states in which it is what happens now; none of what only lies ahead. */
  states: readonly string[]
  /**
   * Which day is told with it, where its state promises none: the day of the next thing (`on`), that day as the last one (`until`),
   * since when it is so, the day by which they hear (`answer`), or that of the evaluation of the plan.
   */
  day?: 'on' | 'until' | 'since' | 'answer' | 'evaluation'
  /** Somebody calls whoever asked: when they are to call us, that takes its place. */
  calls?: true
}

/** Whom a request is about: how whoever asks calls them, and what the leaflet says to them (leaflet.ts). */
export interface AboutClient {
  /** Only with these answers, of those that are kept as facts. */
  when?: Rule
  /** "uw cliënt" and "de cliënt", in a sentence for whoever asks. */
  your: string
  the: string
  /** They agreed to it, and it stops when they want so. */
  decides?: true
  leaflet: {
    title: string
    /** After the line on which whoever asked writes their name. */
    asked: string
    /** After the day by which that person hears. */
    next: readonly string[]
    readBy: string
    stopTitle?: string
  }
}

/** What a state says between braces: the form's own noun, and where it went on. */
export type RoadFill = 'aanvraag' | 'bestemming'
/** And `readBy`. */
export type LeafletFill = 'netwerk'
