/**
 * Settings from process.env: parsed once per process, so that a missing or wrong one stops the function at its start, with
 * its name. Beside it only web/edge.ts reads one, without zod.
 */
import * as z from 'zod'

const fromJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' })
    return z.NEVER
  }
})

/** Public seal keys by network: {"aalst": {JWK}}. */
const sealKeys = fromJson.pipe(
  z.record(z.string(), z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string() })),
)

// Made for the function that runs, not for all of them.
const schemas = {
  public: () =>
    z.object({
      /** Where people reach Loket, without a slash at the end. Links and the Origin check use this, never the Host header. */
      LOKET_URL: z.url(),
      LOKET_TABLE: z.string().min(1),
      DRAFTS_TABLE: z.string().min(1),
      /** Secrets Manager: {"linkKeys": …, "addressKey": …} (functions/shared/secrets.ts). */
      SECRETS_ARN: z.string().min(1),
      SEAL_KEYS: sealKeys,
    }),
  guest: () =>
    z.object({
      LOKET_URL: z.url(),
      LOKET_TABLE: z.string().min(1),
      SECRETS_ARN: z.string().min(1),
      /** Seals what a guest types of themselves. */
      SEAL_KEYS: sealKeys,
    }),
  mailer: () =>
    z.object({
      LOKET_URL: z.url(),
      LOKET_TABLE: z.string().min(1),
      SECRETS_ARN: z.string().min(1),
      /** The address all mail comes from, e.g. loket@mail.example.be */
      MAIL_FROM: z.email(),
      /** SES configuration set with TLS required. */
      SES_CONFIGURATION_SET: z.string().min(1),
      /** At most so many mails to many leave in a second: below what SES allows the account. */
      MAILS_PER_SECOND: z.coerce.number().min(1),
    }),
  feedback: () =>
    z.object({
      LOKET_TABLE: z.string().min(1),
    }),
  inbound: () =>
    z.object({
      /** What stands behind the @ of an entry in a calendar. */
      LOKET_URL: z.url(),
      LOKET_TABLE: z.string().min(1),
      /** Where SES puts what comes in at MAIL_FROM. */
      INBOUND_BUCKET: z.string().min(1),
    }),
  clockwork: () =>
    z.object({
      LOKET_TABLE: z.string().min(1),
      /** Name of the mailer function that gets what is due. */
      MAILER_FUNCTION: z.string().min(1),
      /** Name of the werkruimte function that is told which dossiers changed. */
      WORKSPACE_FUNCTION: z.string().min(1),
      /** The pace of mails to many, to hand over a minute's worth. */
      MAILS_PER_SECOND: z.coerce.number().min(1),
    }),
  workspace: () =>
    z.object({
      LOKET_URL: z.url(),
      LOKET_TABLE: z.string().min(1),
      /** To delete what is left of a draft when its owner asks to be forgotten; nothing is read there. */
      DRAFTS_TABLE: z.string().min(1),
      SECRETS_ARN: z.string().min(1),
      /** Secrets Manager: hides the words that dossiers are found by. */
      SEARCH_KEY_ARN: z.string().min(1),
      /** Seals the notes that are written here. */
      SEAL_KEYS: sealKeys,
      /**
       * The organisation's OpenID provider, exactly as it names itself: Entra ID
       * https://login.microsoftonline.com/<directory id>/v2.0, Cognito https://cognito-idp.<region>.amazonaws.com/<pool id>.
       * Its redirect address is LOKET_URL + /werkruimte/terug; registered as a public client (PKCE, no secret).
       */
      OIDC_ISSUER: z.url({ protocol: /^https$/ }),
      OIDC_CLIENT_ID: z.string().min(1),
      /** Entra ID only: the directory (tenant) whose accounts may come in. */
      OIDC_TENANT: z.guid().optional(),
      /** How its tokens prove a second factor (functions/workspace/sign-in/oidc.ts). */
      OIDC_SECOND_FACTOR: z.union([
        z.literal(['provider', 'amr']),
        z.templateLiteral(['c', z.number()]).refine((context) => /^c[1-9]\d?$/.test(context)),
      ]),
    }),
}

type Schemas = typeof schemas

/** The settings of one Lambda function; throws with every missing name when the deployment is wrong. */
export function readConfig<Name extends keyof Schemas>(
  name: Name,
  env: NodeJS.ProcessEnv = process.env,
): z.infer<ReturnType<Schemas[Name]>> {
  const parsed = schemas[name]().safeParse(env)
  if (!parsed.success) throw new Error(`Settings of ${name} are wrong: ${z.prettifyError(parsed.error)}`)
  return parsed.data as z.infer<ReturnType<Schemas[Name]>>
}
