/** Every page that staff open, in the state in which they meet it: who, where, and what they press first. */
import { addressHmac } from '../../functions/shared/secrets.ts'
import { aanvraag } from './lco.ts'
import type { StaffPast } from './staff-past.ts'
import type { TestWorkspace } from './workspace.ts'

export interface StaffPage {
  /** In the name of a test; no reference. */
  name: string
  who: string
  path: string
  /** 200, unless said otherwise. */
  status?: number
  /** Opened first, and then pressed there; the page that comes back is the one that is meant. */
  open?: string
  press?: string
}

const [coordinator, casemanager] = ['Coördinator Aalst', 'Casemanager Aalst']
const [ota, organiser] = ['Coördinator OTA', 'Organisator']
const home = '/werkruimte'

export function staffPages(work: TestWorkspace, past: StaffPast): readonly StaffPage[] {
  const of = (who: string, pages: Readonly<Record<string, string>>): StaffPage[] =>
    Object.entries(pages).map(([name, path]) => ({ name, who, path }))
  const dossier = (reference: string) => `${home}/dossier/${reference}`
  const [fresh, held] = [dossier(past.fresh), dossier(past.held)]
  const [over, runs] = [dossier(past.over), dossier(past.runs)]
  const applicant = `${home}/gegevens/persoon/${addressHmac(work.secrets.addressKey, aanvraag.gegevens.email)}`
  const kept = `${home}/gegevens/dossier/${past.held}`
  return [
    ...of(coordinator, {
      aanvragen: home,
      'alle gesloten': `${home}?toon=gesloten`,
      'verdachte aanvragen': `${home}?verdacht=1`,
      'een filter dat er niet is': `${home}?stand=weg&sorteer=langst`,
      'de lijst op papier': `${home}/lijst`,
      'mijn week': `${home}/week`,
      'volgende week': `${home}/week?week=2026-12-14`,
      post: `${home}/post`,
      'post, net verstuurd': `${home}/post?klaar=opnieuw`,
      'post, één soort': `${home}/post?soort=onbekend`,
      beheer: `${home}/beheer`,
      'het aanbod': `${home}/beheer/aanbod`,
      'het aanbod, net nagekeken': `${home}/beheer/aanbod?klaar=nagekeken`,
      'nieuw aanbod': `${home}/beheer/aanbod/nieuw`,
      'een aanbod': `${home}/beheer/aanbod/jac`,
      'een aanbod weg': `${home}/beheer/aanbod/jac/weg`,
      'het aanbod inlezen': `${home}/beheer/aanbod/importeren`,
      'de criteria': `${home}/beheer/criteria/lco-aanvraag`,
      sluitingsdagen: `${home}/beheer/sluitingsdagen`,
      'postbussen en even dicht': `${home}/beheer/netwerk`,
      'alle wijzigingen': `${home}/beheer/wijzigingen`,
      'een wijziging': `${home}/beheer/wijzigingen/1`,
      'iemand toelaten': `${home}/beheer/mensen/nieuw`,
      'iemand wijzigen': `${home}/beheer/mensen/casemanager-aalst/wijzigen`,
      'iemand gaat weg': `${home}/beheer/mensen/casemanager-aalst-2/weg`,
      cijfers: `${home}/cijfers`,
      'het jaaroverzicht': `${home}/cijfers/2025`,
      'een signaal schrijven': `${home}/cijfers/2025/signaal`,
      casussen: `${home}/cijfers/casussen`,
      'een casus schrijven': `${held}/casus`,
      mensen: `${home}/beheer/mensen`,
      'iemand die afwezig is': `${home}/beheer/mensen/casemanager-aalst`,
      'iemand die uitgenodigd is': `${home}/beheer/mensen/casemanager-aalst-2`,
      'iemand met een account': `${home}/beheer/mensen/coordinator-aalst`,
      'na een overdracht': `${home}/beheer/mensen/casemanager-aalst?over=2&bleef=dienst+${past.held}`,
      'de uitnodiging': past.invited,
      'laatste coördinator loskoppelen': `${home}/beheer/mensen/coordinator-aalst/ontkoppelen`,
      'een account loskoppelen': `${home}/beheer/mensen/casemanager-aalst/ontkoppelen`,
      'eigen pagina': `${home}/ik`,
      persoonsgegevens: `${home}/gegevens`,
      'wat bewaard is': kept,
      'wat meegaat': `${kept}/export`,
      'een dossier wissen': `${kept}/wissen`,
      'een gewist dossier': `${home}/gegevens/dossier/${past.erased}`,
      'wat van een adres is': applicant,
      'kiezen wat gewist wordt': `${applicant}/wissen`,
      'iemand aan tafel': past.seat,
      'iemand aan tafel wissen': `${past.seat}/wissen`,
      'een nieuw dossier': fresh,
      toewijzen: `${fresh}/toewijzen`,
      doorverwijzen: `${fresh}/doorverwijzen`,
      verplaatsen: `${fresh}/verplaatsen`,
      'zelfde gezin': `${fresh}/verwant`,
      adres: `${fresh}/adres`,
      'bericht met een datum': `${fresh}/bericht/overleg-voor`,
      notitie: `${fresh}/notitie`,
      taak: `${fresh}/taak`,
      intrekken: `${fresh}/intrekken`,
      'een verdacht dossier': dossier(past.suspect),
      'een dossier, net gedaan': `${fresh}?klaar=toewijzen`,
      'overleg wordt gevraagd': dossier(past.asked),
    }),
    ...of(casemanager, {
      'eigen aanvragen': home,
      'eigen week': `${home}/week`,
      'een dossier': held,
      'een dossier op papier': `${held}/afdruk`,
      afsluiten: `${held}/afsluiten`,
      wachten: `${held}/wachten`,
      'overleg, nog niets': `${held}/overleg`,
      tafel: `${dossier(past.asked)}/overleg/tafel`,
      momenten: `${dossier(past.asked)}/overleg/momenten`,
      'overleg, gevraagd': `${dossier(past.asked)}/overleg`,
      praktisch: `${dossier(past.asked)}/overleg/praktisch?moment=m1`,
      'overleg, vast': `${dossier(past.fixed)}/overleg`,
      verzetten: `${dossier(past.fixed)}/overleg/verzetten`,
      afgelasten: `${dossier(past.fixed)}/overleg/afgelasten`,
      brief: `${dossier(past.fixed)}/overleg/brief`,
      'de agenda op papier': `${dossier(past.fixed)}/overleg/agenda`,
      verslag: `${dossier(past.fixed)}/overleg/verslag`,
      'overleg, gehouden': `${over}/overleg`,
      plan: `${over}/plan`,
      akkoord: `${dossier(past.written)}/plan/akkoord`,
      'notitie verbeteren': past.note,
      'een taak wijzigen': `${held}/taak/01`,
      'een dossier met een plan': runs,
      'het plan loopt': `${runs}/plan`,
      'blad voor de cliënt': `${runs}/plan/client`,
      'het hele plan op papier': `${runs}/plan/heel`,
      evaluatie: `${runs}/plan/evaluatie`,
    }),
    ...of(ota, {
      teamoverleg: `${home}/beheer/teamoverleg`,
      'een overleg dat niet doorgaat': `${home}/beheer/teamoverleg/2026-12-29`,
      agenda: `${home}/agenda`,
      'wat beslist is': `${home}/agenda/2026-12-01/beslist`,
      telefoon: `${home}/telefoon`,
      'telefoon, net gebeld': `${home}/telefoon?klaar=1&dossier=${past.call}`,
      'een telefoontje noteren': `${home}/telefoon/nieuw`,
      'een traject': dossier(past.traject),
      'een oproep': dossier(past.call),
    }),
    ...of('Bemiddelaar OTA', { 'telefoon van een bemiddelaar': `${home}/telefoon`, 'agenda lezen': `${home}/agenda` }),
    ...of(organiser, {
      'begin van een organisator': home,
      activiteiten: `${home}/activiteiten`,
      'nieuwe activiteit': `${home}/activiteiten/nieuw`,
      'een activiteit': past.event,
      genodigden: `${past.event}/genodigden`,
      'wie komt': `${past.event}/genodigden?lijst=ja`,
      'namens iemand': `${past.event}/namens`,
      importeren: `${past.event}/importeren`,
      bericht: `${past.event}/bericht`,
      wijzigen: `${past.event}/wijzigen`,
      annuleren: `${past.event}/annuleren`,
      'een kopie': `${past.event}/kopie`,
      'een genodigde': past.invitee,
      'een plaats vrijgeven': `${past.invitee}/vrijgeven`,
      'een genodigde weghalen': `${past.invitee}/weghalen`,
      uitnodigen: `${past.event}/uitnodigen`,
      'wie is er': `${past.event}/aanwezigheid`,
      aftekenlijst: `${past.event}/aanwezigheid/lijst`,
      'een attest nakijken': `${past.event}/aanwezigheid/nakijken`,
    }),
    // Not as long as it has to begin.
    ...['nieuws', 'volgende', 'aanwezigheid/attesten'].map((page) => ({
      ...{ name: `te vroeg: ${page}`, who: organiser, path: `${past.event}/${page}`, status: 409 },
    })),
    { name: 'geen teamoverleg', who: ota, path: `${home}/agenda/2026-12-09`, status: 404 },
    { name: 'niemand met die naam', who: coordinator, path: `${home}/beheer/mensen/niemand`, status: 404 },
    { name: 'een dossier dat er niet is', who: coordinator, path: dossier('LCO-0000-0000-00'), status: 404 },
    { name: 'niets bewaard', who: coordinator, path: `${home}/gegevens/dossier/LCO-7K3M-9QX2-4T`, status: 404 },
    { name: 'voor een andere rol', who: organiser, path: `${home}/beheer/mensen`, status: 403 },
    { name: 'kan nu niet', who: coordinator, path: `${fresh}/heropenen`, status: 409 },
    {
      name: 'doorverwijzen, fout',
      who: coordinator,
      path: `${fresh}/doorverwijzen`,
      press: 'Verwijs door',
      status: 422,
    },
    { name: 'notitie, fout', who: coordinator, path: `${fresh}/notitie`, press: 'Bewaar de notitie', status: 422 },
    {
      name: 'sluitingsdagen, fout',
      who: coordinator,
      path: `${home}/beheer/sluitingsdagen`,
      press: 'Bewaar de sluitingsdagen',
      status: 422,
    },
    {
      name: 'extra overleg, fout',
      who: ota,
      path: `${home}/beheer/teamoverleg`,
      press: 'Voeg dit overleg toe',
      status: 422,
    },
    {
      name: 'afwezig, fout',
      who: coordinator,
      path: `${home}/beheer/mensen/casemanager-aalst`,
      press: 'Bewaar de afwezigheid',
      status: 422,
    },
    {
      name: 'overdragen, fout',
      who: coordinator,
      path: `${home}/beheer/mensen/casemanager-aalst`,
      open: 'Draag dossiers over',
      press: 'Draag alles over',
      status: 422,
    },
    { name: 'een aanbod bekijken', who: coordinator, path: `${home}/beheer/aanbod/jac`, press: 'Bekijk' },
    {
      name: 'nieuw aanbod, fout',
      who: coordinator,
      path: `${home}/beheer/aanbod/nieuw`,
      press: 'Voeg toe',
      status: 422,
    },
    {
      name: 'het aanbod inlezen, fout',
      who: coordinator,
      path: `${home}/beheer/aanbod/importeren`,
      press: 'Lees de lijst',
      status: 422,
    },
    { name: 'persoonsgegevens, fout', who: coordinator, path: `${home}/gegevens`, press: 'Zoek', status: 422 },
    { name: 'een telefoontje noteren, fout', who: ota, path: `${home}/telefoon/nieuw`, press: 'Noteer', status: 422 },
    {
      name: 'nieuwe activiteit, fout',
      who: organiser,
      path: `${home}/activiteiten/nieuw`,
      press: 'Bewaar',
      status: 422,
    },
    { name: 'eigen agenda-adres', who: casemanager, path: `${home}/ik`, press: 'Maak een agenda-adres' },
  ]
}
