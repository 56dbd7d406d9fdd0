import type { Principle } from "../types.ts";

/** What comes in, what is promised to others. */
export const INPUT_AND_INTERFACE: readonly Principle[] = [
  {
    key: "empty-input",
    titles: [
      "Define the answer for nothing",
      "Handle the empty input on purpose",
      "Decide what no data means",
    ],
    gist: "decide what the answer to an empty input is",
    advice: [
      "Give the empty case its own line and its own test.",
      "Ask whether nothing means zero, an empty list, an error or a default, and look for the sentence that decides it.",
      "Check that reductions and averages have a defined value when no element is there.",
    ],
    reason: [
      "An empty collection takes every loop's unexpected exit.",
      "Absent and zero are different facts that print alike.",
    ],
    caveat: [
      "If the limits exclude it, an assertion is enough.",
      "Do not invent a default that hides missing data.",
    ],
  },
  {
    key: "coercion",
    titles: [
      "Watch silent conversions between kinds of values",
      "Convert types at the border, once",
      "Know the type that actually arrives",
    ],
    gist: "convert at the border and nowhere else",
    advice: [
      "Print the type together with the value where data enters, and convert there explicitly.",
      "Look for places where text that looks like a number is compared, sorted or added.",
      "Keep one representation inside and translate only at the edges.",
    ],
    reason: [
      "Implicit conversion turns a wrong type into a plausible value.",
      "Ordering differs between text and numbers without any error.",
    ],
    caveat: [
      "Too many conversions hide which side is wrong.",
      "Where the host language is strict, let its errors guide you.",
    ],
  },
  {
    key: "units",
    titles: [
      "Carry the unit with every quantity",
      "Settle units and scales before computing",
      "Check the magnitude of a result against experience",
    ],
    gist: "write the unit beside each quantity",
    advice: [
      "Note the unit of every input in the first step, and convert all of them to one system.",
      "Compare the order of magnitude of each intermediate result with a rough estimate.",
      "Ask whether a share is meant per cent or as a fraction before using it.",
    ],
    reason: [
      "A wrong factor survives every syntactic check.",
      "Results that are off by a familiar power give the mistake away at once.",
    ],
    caveat: [
      "Dimensionless quantities need their definition instead.",
      "Published tables may change units between columns.",
    ],
  },
  {
    key: "missing-values",
    titles: [
      "Treat missing as its own case",
      "Keep absent values apart from zero",
      "Count what is missing before computing",
    ],
    gist: "count the missing values before any arithmetic",
    advice: [
      "Count missing values per field first, and decide for each field what they mean.",
      "Propagate absence visibly instead of filling it with a convenient number.",
      "Test each function with one absent argument at a time.",
    ],
    reason: [
      "A filled gap looks like a measurement from then on.",
      "Aggregates skip or spread gaps depending on the tool.",
    ],
    caveat: [
      "Filling is right where the method calls for it and says how.",
      "A mandatory field should fail loudly instead.",
    ],
  },
  {
    key: "text-encoding",
    titles: [
      "Name the text encoding explicitly",
      "Expect text beyond plain ASCII",
      "Test with accents, wide characters and line ends",
    ],
    gist: "name the encoding wherever text is read or written",
    advice: [
      "State the encoding at each read and each write instead of relying on the machine's default.",
      "Include accents, combined characters and foreign line ends in the trial input.",
      "Decide whether lengths count bytes, code points or visible characters.",
    ],
    reason: [
      "Defaults differ between the developing and the judging machine.",
      "Length and case are language matters, not byte matters.",
    ],
    caveat: [
      "Binary data must not pass through text handling at all.",
      "Where a format prescribes an encoding, follow it even against the platform.",
    ],
  },
  {
    key: "overflow",
    titles: [
      "Compute the largest intermediate value beforehand",
      "Check ranges before trusting arithmetic",
      "Expect products to outgrow their type",
    ],
    gist: "work out the largest intermediate value on paper",
    advice: [
      "Multiply the limits on paper and choose the number type from the largest intermediate, not from the result.",
      "Widen before the multiplication, since widening its result is too late.",
      "Run one case at the upper limits and check its sign and size.",
    ],
    reason: [
      "Wrapped values look random and appear only with large inputs.",
      "Samples stay far below every limit.",
    ],
    caveat: [
      "Where numbers grow without bound by nature, memory becomes the limit instead.",
      "Modular arithmetic needs its own care with negative values.",
    ],
  },
  {
    key: "ordering",
    titles: [
      "Never rely on an order nobody promised",
      "Make ties and orderings explicit",
      "Sort by a full key before comparing",
    ],
    gist: "fix the order with a complete key",
    advice: [
      "Sort by a key that leaves no ties before printing or comparing.",
      "Find out which collections keep insertion order and which only seem to.",
      "State the tie rule of the task as part of the comparison function.",
    ],
    reason: [
      "An accidental order holds until the data or the machine changes.",
      "Hidden tests like equal keys.",
    ],
    caveat: [
      "Sorting where the task wants the original order is an error too.",
      "Keep the sort stable if two passes depend on it.",
    ],
  },
  {
    key: "clock-and-zone",
    titles: [
      "Take time from one place and in one zone",
      "Treat dates as data with a zone",
      "Keep the clock out of the logic",
    ],
    gist: "pass the time in and name its zone",
    advice: [
      "Pass the present time in as an argument, so that tests can choose it.",
      "Keep all instants in one zone inside and convert for display alone.",
      "Try a leap day, a month's end and the hour that occurs twice.",
    ],
    reason: [
      "Code that asks the clock gives another answer tomorrow.",
      "A date without zone is an interval of two days.",
    ],
    caveat: ["Birthdays and opening hours are local by nature.", "Durations need a clock that never jumps."],
  },
  {
    key: "fixed-signature",
    titles: [
      "Keep the requested name and signature exactly",
      "Match the expected interface before the behaviour",
      "Let the caller's view define the function",
    ],
    gist: "copy the requested interface literally",
    advice: [
      "Copy name, parameter order, defaults and export style from the request before writing any logic.",
      "Call the function in the way the tests will, from outside, as the first check.",
      "Put additional parameters last and give them defaults.",
    ],
    reason: [
      "A right algorithm under a wrong name scores nothing.",
      "Loaders look for a name and do not read intentions.",
    ],
    caveat: [
      "If stub and prose disagree, the stub is what gets called.",
      "Internal helpers may be named freely.",
    ],
  },
  {
    key: "output-format",
    titles: [
      "Treat the output format as part of the answer",
      "Print exactly what is asked and nothing more",
      "Settle the format before the content",
    ],
    gist: "match the requested format to the last character",
    advice: [
      "Build the output format from the statement first, fill it with dummy values and check it.",
      "Remove every diagnostic line from the stream that will be judged.",
      "Check precision, separators, key names and the final line end against the text of the task.",
    ],
    reason: [
      "A judge that cannot parse an answer counts it as wrong.",
      "One extra line shifts all that follow.",
    ],
    caveat: [
      "Diagnostics may go to the error stream where that is ignored.",
      "Do not pad numbers with precision that the method does not have.",
    ],
  },
  {
    key: "documented-contract",
    titles: [
      "Read the contract where it is written",
      "Let the documentation of the function decide",
      "Search for the promise before changing the behaviour",
    ],
    gist: "look for the written promise first",
    advice: [
      "Read the comment, the reference and the change log of the function before altering it.",
      "Write down what the function promises about errors, order and ownership, and keep all of it.",
      "When code and documentation differ, find out which of the two others rely on.",
    ],
    reason: [
      "Behaviour that looks accidental is often promised somewhere.",
      "Reviewers judge a change by the promise, not by the diff.",
    ],
    caveat: ["Outdated comments exist: confirm with a run.", "Undocumented behaviour may still have users."],
  },
  {
    key: "return-kind",
    titles: [
      "Return the same kind of value on every path",
      "Check what each branch hands back",
      "Keep return types uniform",
    ],
    gist: "make every branch return the same kind of value",
    advice: [
      "List all exits of the function and compare what each returns.",
      "Give early exits the same shape as the normal one.",
      "Test the rare branch for the type of its result, not only for its value.",
    ],
    reason: [
      "A missing value from a rare path fails in someone else's code.",
      "Callers unpack what the common path taught them.",
    ],
    caveat: [
      "Where absence is a legal answer, let the type say so.",
      "A thrown error is an exit as well, and belongs to the contract.",
    ],
  },
  {
    key: "old-callers",
    titles: [
      "Keep existing callers working",
      "Add behaviour without changing the default",
      "Think of the code that calls you today",
    ],
    gist: "leave the default behaviour as it was",
    advice: [
      "Search all present uses before changing a default or a meaning.",
      "Add the new behaviour beside the old one and let the argument choose.",
      "Run the tests of dependent parts with the old way of calling.",
    ],
    reason: [
      "A fix that breaks its neighbours is rejected whole.",
      "Defaults are the most used part of any interface.",
    ],
    caveat: [
      "When the old behaviour is the reported fault, changing it is the task.",
      "Compatibility with nobody is only weight.",
    ],
  },
  {
    key: "error-kind",
    titles: [
      "Raise the kind of error that callers expect",
      "Make failure part of the interface",
      "Choose error type and message deliberately",
    ],
    gist: "fail with the kind of error the interface promises",
    advice: [
      "Find out which kind of error neighbouring functions raise in the same case and use that.",
      "Test the failing calls as carefully as the succeeding ones.",
      "Check inputs before doing any work, so that failure leaves nothing half done.",
    ],
    reason: [
      "Tests of failure compare the type and often the wording.",
      "A general error forces every caller to catch too much.",
    ],
    caveat: [
      "Invent no new kind where an existing one fits.",
      "Keep private details out of messages that strangers read.",
    ],
  },
  {
    key: "idempotence",
    titles: [
      "Make it safe to run twice",
      "Design steps that can be repeated",
      "Assume that the script will be started again",
    ],
    gist: "make a second run change nothing",
    advice: [
      "Run the finished procedure a second time and expect no change and no error.",
      "Check for the wanted state before creating it.",
      "Replace appending by rewriting a known part.",
    ],
    reason: [
      "Evaluations and colleagues repeat what worked once.",
      "Interrupted work has to begin from a half-finished state.",
    ],
    caveat: [
      "Counting and logging are meant to accumulate.",
      "Detecting the finished state must be cheaper than redoing it.",
    ],
  },
];
