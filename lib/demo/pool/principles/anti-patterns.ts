import type { Principle } from "../types.ts";

/** Habits that lose attempts. */
export const ANTI_PATTERNS: readonly Principle[] = [
  {
    key: "no-symptom-patch",
    titles: [
      "Repair the cause, not the place where it shows",
      "Follow the wrong value upstream",
      "Do not patch the line that merely reports the problem",
    ],
    gist: "trace the wrong value back to where it was born",
    advice: [
      "Walk from the visible error towards the input until the data is still right, and change the step after that.",
      "Before adding a special case, ask who produced the value that needs it.",
      "If the same guard would be needed in three places, the fault is in a fourth.",
    ],
    reason: [
      "A guard at the point of failure leaves the wrong value alive for every other reader.",
      "Hidden tests reach the same cause by another road.",
    ],
    caveat: [
      "When the origin lies outside your control, guard the entrance once and say why.",
      "Under a hard deadline a local guard may be right if it is named as such.",
    ],
  },
  {
    key: "no-guessed-api",
    titles: [
      "Look up an interface instead of guessing it",
      "Ask the installed library what it offers",
      "Do not call functions from memory",
    ],
    gist: "ask the installed version what it really accepts",
    advice: [
      "Print the signature or help of the installed version before the first call.",
      "Search the surrounding code for an existing use and imitate that.",
      "Treat an unknown-argument error as a reason to read, not to try the next spelling.",
    ],
    reason: [
      "Recalled interfaces mix several versions into one that never existed.",
      "One look costs less than three failed spellings.",
    ],
    caveat: [
      "Documentation of another version is a guess in disguise.",
      "For very stable basics the look-up is a waste.",
    ],
  },
  {
    key: "no-silenced-errors",
    titles: [
      "Let errors surface while developing",
      "Never hide an exception you cannot explain",
      "Do not trade a crash for a wrong answer",
    ],
    gist: "let unexplained errors stay loud",
    advice: [
      "Catch only what you can name and handle; let everything else stop the program.",
      "Take fallback values out while searching for a fault.",
      "Where a handler is needed, make it report what it swallowed.",
    ],
    reason: [
      "A silent fallback turns a clear failure into a puzzling result far away.",
      "The message that was suppressed named the cause.",
    ],
    caveat: [
      "Long batch work may collect failures and go on, provided that it reports them at the end.",
      "Interfaces that promise never to throw must convert, not drop.",
    ],
  },
  {
    key: "no-overengineering",
    titles: [
      "Choose the plainest design that meets the request",
      "Leave out the abstraction nobody asked for",
      "Write for the stated case before the general one",
    ],
    gist: "build what was asked and nothing around it",
    advice: [
      "Implement the stated case directly and generalise when a second case is actually there.",
      "Compare the size of the change with the size of the request; a large ratio is a warning.",
      "Prefer a plain loop that can be read at once to a framework that must be explained.",
    ],
    reason: [
      "Each extra layer is one more place where the hidden checks can fail.",
      "Unrequested options change default behaviour by accident.",
    ],
    caveat: [
      "Repeating a rule in three places is not simplicity.",
      "Follow the structure that the project already has, even where it looks elaborate.",
    ],
  },
  {
    key: "no-hardcoding",
    titles: [
      "Do not fit the code to the visible examples",
      "Solve the rule, not the sample",
      "Remove constants that came from one example",
    ],
    gist: "derive values from the input instead of from the example",
    advice: [
      "Ask of each literal whether it comes from the statement or from one sample, and derive the latter.",
      "Change a sample slightly and predict the answer by hand before running.",
      "Read sizes, names and limits from the input at run time.",
    ],
    reason: [
      "A solution fitted to samples passes exactly those.",
      "Constants copied from an example hide the rule that made them.",
    ],
    caveat: [
      "A limit that the statement fixes may be written as a named constant.",
      "Tables of a published standard are data, not fitting.",
    ],
  },
  {
    key: "no-test-editing",
    titles: [
      "Leave the judge alone",
      "Treat given tests as fixed requirements",
      "Change the code until the tests agree, not the reverse",
    ],
    gist: "leave given tests as they are",
    advice: [
      "When a given test seems wrong, look for the reading of the task under which it is right.",
      "Keep helper checks of your own apart from those that were supplied.",
      "Restore any supplied test that was changed for debugging before finishing.",
    ],
    reason: [
      "The evaluation brings its own copy, so edits only blind you.",
      "Tests that look wrong most often encode a rule that was overlooked.",
    ],
    caveat: [
      "If a test truly contradicts the statement, say so and follow the statement's letter.",
      "Adding tests is welcome where the project expects it.",
    ],
  },
  {
    key: "no-blind-copy",
    titles: [
      "Check the premises of a borrowed solution",
      "Adapt a familiar recipe before applying it",
      "Ask where a remembered pattern stops being valid",
    ],
    gist: "check a recipe's premises before borrowing it",
    advice: [
      "Before reusing a pattern, list what it assumes and confirm each assumption here.",
      "Prefer a recipe from the same project to one that merely looks alike.",
      "Try the borrowed piece on one small case before building on it.",
    ],
    reason: [
      "Surface similarity is what makes a wrong recipe attractive.",
      "A pattern carries the constraints of the place it was made for.",
    ],
    caveat: [
      "Well-tested building blocks of the platform are meant to be borrowed.",
      "Adapting everything from scratch wastes what is already proved.",
    ],
  },
  {
    key: "no-early-optimising",
    titles: [
      "Measure before making anything faster",
      "Get it right, then look where the time goes",
      "Let a profile choose what to speed up",
    ],
    gist: "measure where the time goes before speeding anything up",
    advice: [
      "Time the plain version on the largest permitted input before replacing any part of it.",
      "Profile once and touch only what takes most of the time.",
      "Write down the target and stop when it is reached.",
    ],
    reason: [
      "Intuition about slow parts is wrong more often than right.",
      "Speed work on the wrong place adds risk without gain.",
    ],
    caveat: [
      "Where the stated limits rule out the plain approach on paper, begin with the better one.",
      "A measurement on a busy machine needs repetition.",
    ],
  },
  {
    key: "no-retry-loop",
    titles: [
      "Do not repeat a failing command unchanged",
      "Let a second failure change the plan",
      "After two equal errors, gather information instead",
    ],
    gist: "change something or learn something before trying again",
    advice: [
      "After the second identical error, stop executing and read: the message, the input, the source.",
      "Make each new try answer a question that the last one left open.",
      "Write down what has been excluded, so that no attempt is made twice.",
    ],
    reason: [
      "Deterministic failures do not tire.",
      "Repetition consumes the steps that a diagnosis would have needed.",
    ],
    caveat: [
      "Networks and locks do recover: retry those a few times, with growing pauses.",
      "One repetition to exclude chance is reasonable.",
    ],
  },
  {
    key: "no-flooded-output",
    titles: [
      "Keep command output short enough to read",
      "Filter long logs before looking at them",
      "Ask narrow questions of large outputs",
    ],
    gist: "narrow the output to what answers the question",
    advice: [
      "Redirect long output away and look at the first error and the last lines only.",
      "Search for the decisive term with a little context instead of printing everything.",
      "Count and group before listing.",
    ],
    reason: [
      "What scrolls out of view is lost for every later decision.",
      "The first error explains the hundred that follow it.",
    ],
    caveat: [
      "Keep the full text somewhere until the question is settled.",
      "A filter that is too narrow hides the unexpected line.",
    ],
  },
];
