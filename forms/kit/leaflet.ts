/**
 * The leaflet: one page of paper that whoever asked gives the client, right after sending (docs/domain.md §4, "The leaflet"). In plain
 * words what was asked, who reads it, for how long, and how it is stopped; no answer and no name, which is written by hand.
 */

import type { AboutClient, Ahead, LeafletFill } from './ahead.ts'
import type { Service } from './form.ts'
import type { Dossier } from './lifecycle/dossier.ts'
import { isClosed } from './lifecycle/lifecycle.ts'
import { firstPromise } from './lifecycle/status.ts'
import { markOnPaper } from './mark-on-paper.ts'
import type { Network } from './network.ts'
import { holds } from './questions/criteria.ts'
import { fillIn } from './text.ts'
import { brusselsDate, dateInWords } from './time.ts'

export interface Leaflet {
  from: readonly string[]
  /** "Aalst, maandag 1 maart 2021" */
  dated: string
  /** The reference without what tells the kind of request. */
  mark: string
  title: string
  asked: string
  next: readonly string[]
  readBy: string
  kept: string
  stopTitle: string
}

/** Whom this request is about; undefined where that is whoever asked. */
export const aboutClient = ({ about }: Ahead, { trend }: Pick<Dossier, 'trend'>): AboutClient | undefined =>
  about && (!about.when || holds(about.when, trend)) ? about : undefined

/** Undefined when it is about nobody else, and once it is over. */
export function leafletOf(service: Service, ahead: Ahead, dossier: Dossier): Leaflet | undefined {
  const { network, form } = service
  const about = aboutClient(ahead, dossier)
  if (!about || isClosed(form.lifecycle, dossier.state)) return undefined
  const { title, asked, next, readBy, stopTitle = 'Wilt u stoppen?' } = about.leaflet
  const { sender, name, controller, place, retention } = network
  const promised = firstPromise(service, dossier)
  return {
    from: [...new Set([name, controller.name, ...(sender ? [sender.address] : [])])],
    dated: `${place}, ${dateInWords(brusselsDate(new Date(dossier.receivedAt)))}`,
    mark: markOnPaper(dossier),
    title,
    asked,
    next: [
      ...(promised === undefined ? [] : [`Ten laatste op ${dateInWords(promised)} krijgt die persoon een antwoord.`]),
      ...next,
    ],
    readBy: fillIn<LeafletFill>(readBy, { netwerk: name }),
    kept: keptInWords(retention),
    stopTitle,
  }
}

const keptInWords = ({ closed, withdrawnAnswers }: Network['retention']): string =>
  `Tot ${closed} dagen nadat alles klaar is. Stopt u? Dan wissen we het binnen ${withdrawnAnswers === 1 ? '24 uur' : `${withdrawnAnswers} dagen`}.`
