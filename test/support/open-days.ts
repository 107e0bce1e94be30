/** The days of a network that closes on weekends and holidays only: what most tests are not about. */
import { findNetwork } from '../../forms/index.ts'
import { daysOf, type NetworkDays } from '../../forms/kit/network-days.ts'

const nothingChanged = { closedDays: {}, meetings: {} }

/** Of any network; with the meetings of its file where it is named. */
export const openDays = (slug?: string): NetworkDays =>
  daysOf((slug === undefined ? undefined : findNetwork(slug)) ?? {}, nothingChanged)

/** The same as the mailer asks for them. */
export const openDaysFor = async (slug: string): Promise<NetworkDays> => openDays(slug)
