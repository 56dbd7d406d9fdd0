import type { Principle } from "../types.ts";

/** How to find out whether something holds. */
export const VERIFICATION: readonly Principle[] = [
  {
    key: "failing-test-first",
    titles: [
      "Turn the report into a failing test",
      "Let a red test define the fix",
      "Encode the expected behaviour before implementing it",
    ],
    gist: "write the test that fails today",
    advice: [
      "Put the expected behaviour into a test that fails now, and work until it is the only thing that changed colour.",
      "Translate each example of the report into an assertion before reading the implementation.",
      "Write the test against the public entry point, so that it survives a change of design.",
    ],
    reason: [
      "A test that was never red may be checking nothing.",
      "The act of writing it settles what exactly is being asked.",
    ],
    caveat: [
      "Keep it out of the hand-in where the evaluation supplies its own tests.",
      "Do not let the test repeat the implementation's formula.",
    ],
  },
  {
    key: "edge-cases",
    titles: [
      "List the edge cases before trusting the happy path",
      "Try the smallest and the strangest inputs",
      "Visit the corners that the examples leave out",
    ],
    gist: "run the inputs that the examples leave out",
    advice: [
      "Run one element, none at all, all equal, and already finished, before calling anything done.",
      "Ask of each loop what happens when it runs zero times and when it ends on its first pass.",
      "Collect the inputs that the given examples avoid; hidden checks come from there.",
    ],
    reason: [
      "Examples are chosen to explain, hidden tests to break.",
      "Degenerate inputs follow branches that no ordinary input reaches.",
    ],
    caveat: [
      "Stop when further cases repeat a branch that has been exercised.",
      "Cases ruled out by the stated limits need no handling.",
    ],
  },
  {
    key: "brute-force",
    titles: [
      "Check the fast solution against a slow obvious one",
      "Keep a naive reference next to the clever version",
      "Let brute force judge the optimisation",
    ],
    gist: "compare with a slow version that is obviously right",
    advice: [
      "Write the exhaustive version in a few lines and compare both on thousands of tiny inputs.",
      "Search for the smallest input on which the quick and the plain version disagree, and study that one.",
      "Trust an optimisation after it agreed with the exhaustive answer on every small case.",
    ],
    reason: [
      "The first disagreement usually shows the faulty case in five elements.",
      "Arguing about correctness takes longer than testing it at small scale.",
    ],
    caveat: [
      "Both versions may share one misreading of the task, so check the reference on the given examples too.",
      "Keep the sizes tiny or the comparison itself becomes the bottleneck.",
    ],
  },
  {
    key: "independent-oracle",
    titles: [
      "Verify by a second, independent route",
      "Confirm results with a method that shares no code",
      "Look for a witness outside your own solution",
    ],
    gist: "confirm the result along a path that shares nothing with it",
    advice: [
      "Compute the same quantity in another way, by another tool if possible, and compare.",
      "Use a published figure, a conservation law or a known special case as an outside witness.",
      "Make sure that the verifier does not import, call or imitate what it verifies.",
    ],
    reason: [
      "A check derived from the solution agrees with its mistakes.",
      "Independent agreement is strong evidence, repeated agreement is not.",
    ],
    caveat: [
      "Disagreement may lie in the witness: examine both sides.",
      "Two routes through the same library count as one.",
    ],
  },
  {
    key: "full-suite",
    titles: [
      "Run the neighbouring tests as well as the target",
      "Look for what the fix broke elsewhere",
      "Finish with the whole suite of the touched part",
    ],
    gist: "run everything that depends on the changed place",
    advice: [
      "Follow the targeted test with all tests of the touched module and of its direct users.",
      "Take a list of failures before the change, so that afterwards only the difference has to be read.",
      "Count the tests that ran: a suite that collected nothing also reports no failure.",
    ],
    reason: [
      "Fixes to shared code are judged by the behaviour they were supposed to leave alone.",
      "Existing tests document promises that the report does not mention.",
    ],
    caveat: [
      "Failures that were there before are not yours to repair.",
      "On very large suites choose by dependency instead of by name.",
    ],
  },
  {
    key: "invariants",
    titles: [
      "State an invariant and assert it while running",
      "Let assertions watch the middle of the computation",
      "Check what must hold at every step",
    ],
    gist: "assert what must hold in the middle, not only at the end",
    advice: [
      "Write down what stays true between two steps and test it after each of them on small inputs.",
      "Check sums, counts and orderings that no correct step can change.",
      "Stop at the first step that violates a stated property rather than at the final wrong answer.",
    ],
    reason: [
      "The first violated invariant lies nearer to the cause than the last wrong output.",
      "Totals that should be conserved reveal lost and doubled elements at once.",
    ],
    caveat: [
      "Take costly assertions out of the measured path.",
      "An invariant that is merely hoped for misleads: derive it first.",
    ],
  },
  {
    key: "exit-codes",
    titles: [
      "Look at the exit code, not just at the last line",
      "Distrust output that merely looks successful",
      "Let failures stop the script",
    ],
    gist: "check each command's exit code",
    advice: [
      "Make every script stop at the first failing command, including those inside a pipeline.",
      "Print the exit code after each important command and read it.",
      "Ask whether a quiet command did its work or did nothing.",
    ],
    reason: [
      "A pipeline reports the success of its last part.",
      "Partial work that goes unnoticed poisons every later step.",
    ],
    caveat: [
      "Some tools answer with a non-zero code for harmless findings: know which.",
      "Do not wrap everything in a handler that turns failure into success.",
    ],
  },
  {
    key: "verify-artifact",
    titles: [
      "Inspect the thing you built, not the build log",
      "Open the result as its user would",
      "Judge the artefact in a fresh environment",
    ],
    gist: "use the result the way its consumer will",
    advice: [
      "Load the finished artefact in a new process and use it once as its consumer will.",
      "Check size, type and a few values of what was written, instead of trusting that writing succeeded.",
      "Try the result from another directory and with an empty environment.",
    ],
    reason: [
      "Logs tell what was attempted, artefacts what was achieved.",
      "What works in the session that made it can depend on that session.",
    ],
    caveat: [
      "Undo whatever the trial use has left behind.",
      "For very large results a sample from beginning, middle and end will do.",
    ],
  },
  {
    key: "compare-golden",
    titles: [
      "Compare with the given example character by character",
      "Diff against the expected output instead of eyeballing it",
      "Let a diff decide whether the output matches",
    ],
    gist: "compare with a tool instead of by eye",
    advice: [
      "Store the expected output as given and compare it with a tool that shows invisible characters.",
      "Bring the comparison down to the first differing position before changing anything.",
      "Compare order, spacing and the final line end as strictly as the values.",
    ],
    reason: [
      "The eye completes what it expects to see.",
      "A grader that compares text does not forgive a blank.",
    ],
    caveat: [
      "Where the checker tolerates differences, use its tolerance and no stricter one.",
      "Make sure that the example is current before matching it.",
    ],
  },
  {
    key: "not-own-test",
    titles: [
      "A test you wrote yourself is weak evidence",
      "Do not let self-made checks settle the question",
      "Be suspicious when your own test passes at once",
    ],
    gist: "treat a self-written check as a hint, not as proof",
    advice: [
      "Derive expected values from the statement or from outside, never from what the program printed.",
      "When a self-written check passes at the first try, break the solution on purpose and see whether it notices.",
      "Ask which misreading of the task the check would share with the solution, and test that point separately.",
    ],
    reason: [
      "The same misunderstanding writes the solution and its test.",
      "Early green creates a confidence that later evidence has to fight.",
    ],
    caveat: [
      "Self-written checks still catch slips, as long as they are not the final judge.",
      "Official tests, where present, deserve to be run first.",
    ],
  },
  {
    key: "random-inputs",
    titles: [
      "Feed random inputs and look for contradictions",
      "Use random small cases to find what examples hide",
      "Let a generator search for the counterexample",
    ],
    gist: "let a generator look for counterexamples",
    advice: [
      "Generate small random inputs with many collisions and repeated values, since these break most.",
      "Fix the seed, print it on failure, and shrink the failing input by hand.",
      "Vary the shape of the random inputs, not only their values: chains, stars, duplicates, extremes.",
    ],
    reason: [
      "A thousand dull cases reach combinations that nobody would think of.",
      "Uniform large values hide ties, and ties are where order matters.",
    ],
    caveat: [
      "A property has to be known before random inputs can violate it.",
      "Without a fixed seed the counterexample may be lost again.",
    ],
  },
  {
    key: "boundaries",
    titles: [
      "Test both sides of every boundary",
      "Probe the limit, one below it and one above",
      "Settle inclusive or exclusive by experiment",
    ],
    gist: "try each limit together with its two neighbours",
    advice: [
      "For each comparison try the value at the limit and its two neighbours.",
      "Write down for each range whether its ends belong to it, then look whether all users agree.",
      "Run the largest permitted size once, with a clock.",
    ],
    reason: [
      "Errors by one appear at a boundary or nowhere.",
      "Two pieces of code that disagree about an end point are each right alone.",
    ],
    caveat: [
      "With real numbers test a tolerance instead of the neighbour.",
      "Limits that no input can reach deserve no code.",
    ],
  },
];
