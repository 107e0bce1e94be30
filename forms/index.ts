/** The registry: every network, and every form that makes a dossier, each on one line. */
import { belMij } from './bel-mij.ts'
import { huisbezoek80Plus } from './huisbezoek-80-plus.ts'
import { katrolToeleiding } from './katrol-toeleiding.ts'
import { type Form, pagesOf, type Service } from './kit/form.ts'
import { findNamed } from './kit/formerly.ts'
import { oldForm } from './kit/lifecycle/old-form.ts'
import type { Network, NetworkForm } from './kit/network.ts'
import type { Registry } from './kit/problems/problems.ts'
import { lcoAanvraag } from './lco-aanvraag.ts'
import { aalst } from './networks/aalst.ts'
import { bierbeek } from './networks/bierbeek.ts'
import { limburg } from './networks/limburg.ts'
import { ota } from './networks/ota.ts'
import { zottegem } from './networks/zottegem.ts'
import { otaAanmelding } from './ota-aanmelding.ts'
import { vraag } from './vraag.ts'

/** By the file that holds it, so that what is wrong is told with its place. */
export const registry: Registry = {
  forms: {
    'forms/lco-aanvraag.ts': lcoAanvraag,
    'forms/ota-aanmelding.ts': otaAanmelding,
    'forms/katrol-toeleiding.ts': katrolToeleiding,
    'forms/huisbezoek-80-plus.ts': huisbezoek80Plus,
    'forms/vraag.ts': vraag,
    'forms/bel-mij.ts': belMij,
  },
  networks: {
    'forms/networks/aalst.ts': aalst,
    'forms/networks/limburg.ts': limburg,
    'forms/networks/bierbeek.ts': bierbeek,
    'forms/networks/zottegem.ts': zottegem,
    'forms/networks/ota.ts': ota,
  },
  beside: vraag,
  callBack: belMij,
}

export const networks: readonly Network[] = Object.values(registry.networks)
/** Those that receive requests and so hold a seal key; the others have only an aanbod. */
export const receivingNetworks: readonly Network[] = networks.filter(({ forms }) => Object.keys(forms).length > 0)
const forms: readonly Form[] = Object.values(registry.forms)

/** By the name of today or of an earlier version. */
export const findNetwork = (slug: string): Network | undefined => findNamed(networks, (network) => network.slug, slug)
export const findForm = (slug: string): Form | undefined => findNamed(forms, (form) => form.slug, slug)

/** Every form of every network, in the order of the data files. */
export const services: readonly Service[] = networks.flatMap((network) =>
  Object.entries(network.forms).map(([slug, settings]) => assemble(network, slug, settings)),
)

export const findService = (network: string, form: string): Service | undefined =>
  services.find((service) => service.network === findNetwork(network) && service.form === findForm(form))

/** A form that a network offers, those beside its own included. */
function offeredService({ network, form }: { network: string; form: string }): Service | undefined {
  const asked = findForm(form)
  if (asked !== vraag && asked !== belMij) return findService(network, form)
  const own = services.find((service) => service.network === findNetwork(network))
  return own && (asked === vraag ? vraagService(own) : callBackService(own.network))
}

/** What a dossier is, also when its form is gone; undefined only when its network is. */
export function serviceOf(of: { network: string; form: string }): Service | undefined {
  const network = findNetwork(of.network)
  return offeredService(of) ?? (network && goneService(network, of.form))
}

/** A form the network does not offer any more; one that nobody knows, or that asks what the network has not, is known by its name only. */
function goneService(network: Network, slug: string): Service {
  const known = findForm(slug)
  const meets = known?.lifecycle.states.some(({ onAgenda }) => onAgenda)
  const form = known && (!meets || network.teamMeeting) ? known : oldForm(slug)
  const settings = { criteria: [], answerWithinWorkingDays: 5 }
  return { network, form, settings, pages: form.pages, verouderd: true }
}

/** The forms that a network has doors for. */
export const networkServices = (network: Network): Service[] =>
  services.filter((service) => service.network === network)

/** The forms one network runs, those beside its own included. */
export const networkForms = (network: Network): Service[] => {
  const own = networkServices(network)
  return own[0] ? [...own, vraagService(own[0]), callBackService(network)] : own
}

/** Whether somebody of the network answers the phone for requests that end with a call. */
export const answersThePhone = (network: Network): boolean =>
  networkForms(network).some(({ form }) => form.lifecycle.moves.some(({ endsCall }) => endsCall))

/**
 * Where a request of this form may be moved: what the network's data names, itself left out. Who asked to be called stays somebody to
 * call safely: only to where that is known of them, and where others ask a question, they ask to be called.
 */
export const destinationsOf = ({ network, form }: Service): Service[] =>
  (network.destinations ?? [])
    .flatMap(
      (to) => offeredService(form.forClients && findForm(to.form) === vraag ? { ...to, form: belMij.slug } : to) ?? [],
    )
    .filter((to) => to.network !== network || to.form !== form)
    .filter((to) => !form.forClients || to.pages.some((page) => page.questions.some(({ safety }) => safety)))

/** A network's question form: offered beside each of its other forms, without criteria. */
export const vraagService = ({ network, settings }: Service): Service =>
  assemble(network, vraag.slug, { criteria: [], answerWithinWorkingDays: settings.answerWithinWorkingDays })

/** Its form for whoever asks for themselves: one for the whole network. */
export const callBackService = (network: Network): Service =>
  assemble(network, belMij.slug, { criteria: [], answerWithinWorkingDays: network.callWithinWorkingDays ?? 2 })

function assemble(network: Network, slug: string, settings: NetworkForm): Service {
  const form = findForm(slug)
  if (!form) throw new Error(`Network ${network.slug} offers an unknown form: ${slug}`)
  return { network, form, settings, pages: pagesOf(form, settings) }
}
