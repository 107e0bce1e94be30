/** A page of a form: its questions, the rules over their answers, and what can be wrong with them. */
import type { Answers } from './answers.ts'
import type { Criterion, Rule } from './criteria.ts'
import type { Question } from './questions.ts'

/** An error at one field, in words that say what to do next. */
export interface FieldError {
  name: string
  message: string
}

/** What a page rule may look at beside the answers. */
export interface RuleContext {
  criteria: readonly Criterion[]
  now: Date
}

/** A rule over several answers of one page. */
export interface PageRule {
  /** The question it is about: while that one has an error of its own, the rule says nothing. */
  about: string
  check: (answers: Answers, context: RuleContext) => FieldError | undefined
}

export interface Page {
  /** Last part of the address. */
  slug: string
  title: string
  /** Its title for who reads the answers, where the other speaks to whoever fills it in. */
  readAs?: string
  /** One or two sentences above the questions. */
  intro?: string
  questions: readonly Question[]
  /** Asked only when this holds for the answers of the pages before it: each kind of request has its own road. */
  when?: Rule
  /** Says the network's phone number first: a call is quicker than this page. */
  callFirst?: true
  rules?: readonly PageRule[]
  /** The page that decides who qualifies: only what the network's criteria use is asked on it. */
  judges?: true
  /** Answers that stop the request for now; everything is kept until the client agreed. */
  closedForms?: readonly Pause[]
}

export interface Pause {
  question: string
  is: string
  title: string
  text: string
}
