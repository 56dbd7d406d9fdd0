import type { Principle } from "../types.ts";

/** Machine, files, the code around the change, and the choice of method. */
export const SURROUNDINGS: readonly Principle[] = [
  {
    key: "probe-environment",
    titles: [
      "Survey the environment before relying on it",
      "Find out what is installed before planning",
      "Ask the machine, not your expectations",
    ],
    gist: "list tools, limits and rights before planning",
    advice: [
      "Spend one command each on tools, versions, free space and network before choosing an approach.",
      "Check that a tool exists before building a plan upon it, and note the substitute.",
      "Compare the environment's real limits with the needs of the plan.",
    ],
    reason: [
      "A minimal environment lacks just the tool that habit reaches for.",
      "Knowing the limits early turns failures into choices.",
    ],
    caveat: [
      "Two minutes of survey are enough; the rest shows up in use.",
      "Do not install what is merely convenient.",
    ],
  },
  {
    key: "versions",
    titles: [
      "Pin down which version is really running",
      "Match advice to the installed version",
      "Suspect the version when behaviour contradicts the manual",
    ],
    gist: "confirm the version in use before following its manual",
    advice: [
      "Print the version from inside the running program, since the search path may offer several.",
      "Read the notes between the documented and the installed version when something is missing.",
      "Record the versions of a working state together with the result.",
    ],
    reason: [
      "Two installations side by side answer to the same name.",
      "Renamed options fail loudly, changed defaults do not.",
    ],
    caveat: [
      "Upgrading to escape a problem can import three others.",
      "Pinning for ever is a debt, so note the reason.",
    ],
  },
  {
    key: "paths",
    titles: [
      "Resolve locations explicitly",
      "Assume nothing about the working directory",
      "Anchor every location to a known root",
    ],
    gist: "anchor locations to a known root",
    advice: [
      "Start the program once from a different directory and see what breaks.",
      "Derive locations from a given root instead of from where the session happens to stand.",
      "Print the resolved location when something cannot be found.",
    ],
    reason: [
      "Judges rarely start programs where their authors did.",
      "A relative location is a hidden argument.",
    ],
    caveat: [
      "Absolute locations of your own machine are no cure.",
      "Respect a location that the task prescribes, odd as it may be.",
    ],
  },
  {
    key: "resources",
    titles: [
      "Estimate memory and time before the long run",
      "Size the job to the machine",
      "Try a hundredth of the work first",
    ],
    gist: "measure a small share of the work and extrapolate",
    advice: [
      "Run one per cent of the job, measure time and memory, and extrapolate before starting the rest.",
      "Process in portions when the whole does not clearly fit.",
      "Know the limit at which the system ends the process, and stay below half of it.",
    ],
    reason: [
      "A process that is killed from outside leaves neither result nor reason.",
      "Growth is seldom linear, and a trial at two sizes shows it.",
    ],
    caveat: [
      "Caches make the first portion slower than the others.",
      "Parallel work multiplies memory before it divides time.",
    ],
  },
  {
    key: "offline",
    titles: [
      "Plan for a machine without network",
      "Use what is already there before fetching",
      "Look for a local copy first",
    ],
    gist: "look for a local copy before fetching anything",
    advice: [
      "Test for network once, and if there is none, stop trying to fetch.",
      "Search the machine for a cached, bundled or older copy of what is needed.",
      "Write the small missing piece yourself if it is truly small.",
    ],
    reason: [
      "Time-outs eat the budget in silence.",
      "Isolated environments usually contain everything the task needs.",
    ],
    caveat: [
      "Do not reimplement what has subtle rules, such as cryptography.",
      "A bundled copy may be older than the task expects.",
    ],
  },
  {
    key: "permissions",
    titles: [
      "Check rights and ownership before blaming the program",
      "Run with the rights that the real user has",
      "Keep privileges as narrow as the task allows",
    ],
    gist: "look at ownership and rights early",
    advice: [
      "Look at owner, mode and the acting user before interpreting a refusal.",
      "Test the result as the account that will use it.",
      "Grant the one missing right rather than all of them.",
    ],
    reason: [
      "What works for an administrator proves nothing for a service.",
      "Refusals are reported as absence by some programs.",
    ],
    caveat: [
      "Widened rights that the task forbids count as a failure.",
      "Some limits sit outside the file system, in the container or the kernel.",
    ],
  },
  {
    key: "isolation",
    titles: [
      "Keep your tools apart from the project's",
      "Work in an environment you can throw away",
      "Do not disturb the system installation",
    ],
    gist: "put helper tools where they cannot leak into the result",
    advice: [
      "Install helper tools in a place of their own and leave the project's dependencies as they are.",
      "Check the result in an environment that holds nothing but the declared needs.",
      "Note each change outside the working tree, and take it back at the end.",
    ],
    reason: [
      "An undeclared helper makes the result work here only.",
      "Upgrading one shared package can move ten others.",
    ],
    caveat: [
      "If the task is to change the system, isolate only the trials.",
      "A second environment costs space that may be scarce.",
    ],
  },
  {
    key: "clean-up",
    titles: [
      "Leave nothing behind but the result",
      "Clear stale state before judging a run",
      "Remove temporary artefacts before finishing",
    ],
    gist: "start and end with a clean state",
    advice: [
      "Delete caches and old outputs before the deciding run.",
      "List what changed since the beginning and remove what nobody asked for.",
      "Stop every process that was started for testing.",
    ],
    reason: [
      "Left-over outputs make a failed run look successful.",
      "A forgotten process holds the port or lock that the judge needs.",
    ],
    caveat: [
      "Never clean with a pattern that has not been listed first.",
      "Keep the evidence until the question is closed.",
    ],
  },
  {
    key: "determinism",
    titles: [
      "Fix every source of chance",
      "Make two runs give the same result before comparing",
      "Seed first, measure second",
    ],
    gist: "fix the seeds before comparing anything",
    advice: [
      "Set all seeds, run twice, and compare before reading anything into a difference.",
      "Report results over several seeds instead of the best one.",
      "Look for hidden chance: thread order, hash order, parallel reductions.",
    ],
    reason: [
      "Differences below the spread of repeated runs are no findings.",
      "A failure that comes and goes cannot be bisected.",
    ],
    caveat: [
      "A fixed seed hides instability: vary it once at the end.",
      "Exact equality may be impossible on parallel hardware.",
    ],
  },
  {
    key: "quoting",
    titles: [
      "Quote generated text so that nothing expands",
      "Protect special characters when writing through a shell",
      "Check that written text arrived unchanged",
    ],
    gist: "stop the shell from rewriting what you write",
    advice: [
      "Use the literal form of quoting when passing code through another interpreter.",
      "Read back what was written and compare it with what was meant.",
      "Prefer a small program over a chain of substitutions once quotes are nested.",
    ],
    reason: [
      "Expansion changes text without reporting it.",
      "Each layer of interpretation takes away one level of escaping.",
    ],
    caveat: [
      "Where a value must be inserted, insert just that one.",
      "The rules differ between shells: know which one runs.",
    ],
  },
  {
    key: "atomic-write",
    titles: [
      "Replace results in one step",
      "Never leave a half-written result",
      "Write aside, then move into place",
    ],
    gist: "write to a side place and move the finished result",
    advice: [
      "Write to a temporary place in the same directory and move it over when complete.",
      "Close and flush before anyone else may read.",
      "Keep the old version until the new one has been checked.",
    ],
    reason: [
      "Interrupted writing leaves something that parses and is wrong.",
      "Readers do not wait for writers.",
    ],
    caveat: [
      "A move across devices is a copy, and copies can be interrupted.",
      "For append-only logs the rule does not apply.",
    ],
  },
  {
    key: "parse-after-edit",
    titles: [
      "Parse again right after each edit",
      "Check syntax before semantics",
      "Let the cheapest checker run first",
    ],
    gist: "run a syntax check straight after the edit",
    advice: [
      "Follow every automated edit with a syntax check of the touched unit.",
      "Look at the edited lines with their surroundings, indentation included.",
      "Run type and style checkers before the slow tests.",
    ],
    reason: [
      "A misplaced bracket produces errors that look like logic faults.",
      "Replacement by pattern hits more places than expected, or none.",
    ],
    caveat: [
      "Passing a parser says nothing about meaning.",
      "Generated code may need its generator instead of an edit.",
    ],
  },
  {
    key: "minimal-diff",
    titles: [
      "Keep the difference as small as the fix",
      "Touch only what the request touches",
      "Leave formatting and unrelated code alone",
    ],
    gist: "change only the lines that the request needs",
    advice: [
      "Read the final difference line by line and remove whatever the request does not need.",
      "Turn off automatic reformatting for code that is not yours.",
      "Move unrelated improvements out, however tempting.",
    ],
    reason: [
      "Unrelated lines hide the essential one from review.",
      "Every touched line can break a test that nobody expected.",
    ],
    caveat: [
      "A refactoring that the fix cannot do without is part of it.",
      "Where the project's checks demand formatting, obey them.",
    ],
  },
  {
    key: "find-callers",
    titles: [
      "Find every user of what you are about to change",
      "Search for callers before editing",
      "Map the reach of a change first",
    ],
    gist: "list all users of the thing before changing it",
    advice: [
      "Search the whole tree for each use, including configuration and tests, before changing a meaning.",
      "Look for indirect uses too: names in text, registration tables, inheritance.",
      "Sort the users into those that need the change and those that must not notice it.",
    ],
    reason: [
      "The second caller is the one that fails in the hidden tests.",
      "Dynamic lookups do not show up in a simple search.",
    ],
    caveat: [
      "Private code with one user needs no census.",
      "A search that finds nothing may have been misspelt.",
    ],
  },
  {
    key: "read-neighbour",
    titles: [
      "Imitate the nearest working example",
      "Study a sibling that already does it right",
      "Let existing code set the conventions",
    ],
    gist: "find the sibling that already works and compare",
    advice: [
      "Find the most similar part that works and compare the two line by line.",
      "Follow the conventions of the surroundings even where you would choose others.",
      "Take structure, naming and error handling from the closest relative.",
    ],
    reason: [
      "A working sibling answers questions that no manual covers.",
      "Deviation from local custom is where integration breaks.",
    ],
    caveat: [
      "The sibling may carry the same fault, so test it too.",
      "Old corners of a project are poor models.",
    ],
  },
  {
    key: "read-the-trace",
    titles: [
      "Read the error message to its end",
      "Start from the deepest frame that is yours",
      "Let the trace choose the place to look",
    ],
    gist: "read the whole message before acting",
    advice: [
      "Read the first and the last part of the message, and find the deepest line that belongs to the project.",
      "Note the actual values in the message and ask how they could arise.",
      "Follow chained causes to the first of them.",
    ],
    reason: [
      "The message usually names the value, the place and the expectation.",
      "Acting upon the headline alone leads to the wrong layer.",
    ],
    caveat: [
      "Messages of generated code point to where it was generated.",
      "Optimised builds may show misleading places.",
    ],
  },
  {
    key: "history",
    titles: [
      "Ask the history why the code looks like this",
      "Look at the last change before suspecting old code",
      "Use the past to narrow the search",
    ],
    gist: "look at recent changes to the suspect place",
    advice: [
      "Look at the latest changes to the suspect place, with their messages.",
      "Search the history for the removal of what is missing now.",
      "If it worked once, halve the interval until the change is found.",
    ],
    reason: [
      "Odd code is often the fix of an older fault.",
      "Recent changes are the likeliest cause of recent failures.",
    ],
    caveat: [
      "Copies delivered without history leave only the text itself.",
      "The culprit may lie in a dependency rather than in the tree.",
    ],
  },
  {
    key: "config-first",
    titles: [
      "Check configuration before code",
      "Find out which settings are in force",
      "Look for the override that nobody remembers",
    ],
    gist: "print the settings that are really in force",
    advice: [
      "Print the effective settings and their origin before reading the program.",
      "Look for a second definition of the same option in environment, defaults and command line.",
      "Change behaviour by setting where a setting exists.",
    ],
    reason: [
      "Correct code under a wrong setting shows every symptom of a bug.",
      "Later layers override earlier ones without saying so.",
    ],
    caveat: [
      "Settings of the evaluation may differ from yours.",
      "Do not solve by configuration what is asked for in code.",
    ],
  },
  {
    key: "map-first",
    titles: [
      "Draw a map of the unknown code first",
      "Find the entry point before the details",
      "Learn the layout before searching at random",
    ],
    gist: "find the entry point and the main path first",
    advice: [
      "List the top level, find the entry point, and follow one request to its end before reading details.",
      "Read tests as a guide to what the parts are for.",
      "Note three places in one line each: where it enters, where it is decided, where it leaves.",
    ],
    reason: [
      "Random searching finds similar names before relevant ones.",
      "A coarse map makes every later search shorter.",
    ],
    caveat: [
      "Stop mapping as soon as the suspect part is clear.",
      "Generated and vendored parts can be left white on the map.",
    ],
  },
  {
    key: "complexity-first",
    titles: [
      "Derive the allowed complexity from the limits",
      "Let the input limits choose the algorithm",
      "Count operations before coding",
    ],
    gist: "read the permitted complexity off the limits",
    advice: [
      "Turn the largest input into a number of elementary steps, and discard what exceeds the time limit.",
      "Write the target complexity above the code and check each nested loop against it.",
      "Look at the odd small limit: it often tells which dimension may be enumerated.",
    ],
    reason: [
      "Samples are small, so a slow method passes all of them.",
      "Rewriting after a time-out costs the budget twice.",
    ],
    caveat: [
      "Constants decide when the count is near the limit.",
      "An average case is no promise where tests are adversarial.",
    ],
  },
  {
    key: "define-state",
    titles: [
      "Say in one sentence what the state means",
      "Define the state before its transitions",
      "Make the meaning of each table cell explicit",
    ],
    gist: "put the meaning of the state into one sentence",
    advice: [
      "Write one sentence for what a state stands for, and derive start, step and answer from it.",
      "If the sentence needs an exception, a dimension is missing.",
      "Check the start values against the sentence, not against the expected output.",
    ],
    reason: [
      "Most transition errors are two meanings in one variable.",
      "A clear definition makes the boundary values follow by themselves.",
    ],
    caveat: [
      "More dimensions cost memory: drop those that the others determine.",
      "For plain greedy problems a state is needless machinery.",
    ],
  },
  {
    key: "sort-first",
    titles: [
      "Look for an order that makes the problem simple",
      "Sort before searching for structure",
      "Process events in the order that removes cases",
    ],
    gist: "look for the processing order that removes cases",
    advice: [
      "Try sorting by each natural key and see which comparisons disappear.",
      "Turn intervals and queries into events along one axis.",
      "Prove by exchange that a local order is also a global one before going greedy.",
    ],
    reason: [
      "The right order replaces pairwise reasoning by a single pass.",
      "Many case distinctions are the price of a wrong order.",
    ],
    caveat: [
      "Keep the original positions if the answer needs them.",
      "Sorting a stream may be impossible, so ask what can be kept.",
    ],
  },
  {
    key: "precompute",
    titles: [
      "Compute repeated answers once",
      "Move invariant work out of the loop",
      "Prepare tables before answering queries",
    ],
    gist: "move repeated work in front of the loop",
    advice: [
      "Look for an expression in the inner loop that depends on the outer one only.",
      "Answer many queries from one prepared table instead of one scan each.",
      "Store partial results where the same question comes back.",
    ],
    reason: [
      "Repeated work is the cheapest thing to remove.",
      "A prepared table also makes the query code short enough to verify.",
    ],
    caveat: [
      "A stored result must be dropped when its inputs change.",
      "Preparation pays only if the questions really repeat.",
    ],
  },
  {
    key: "simpler-model",
    titles: [
      "Begin with the simplest model that could work",
      "Beat a trivial baseline before anything complex",
      "Let a plain baseline set the bar",
    ],
    gist: "measure a plain baseline before anything elaborate",
    advice: [
      "Record the result of the simplest sensible method before trying anything elaborate.",
      "Accept additional complexity only for a gain larger than the spread between repeats.",
      "Check that the baseline is computed on exactly the same data as its rival.",
    ],
    reason: [
      "Without a floor no result can be called good.",
      "Plain methods fail in ways that are easy to understand.",
    ],
    caveat: [
      "A weak baseline proves nothing: tune it a little too.",
      "Some tasks require a named method, whatever the baseline says.",
    ],
  },
  {
    key: "numeric-stability",
    titles: [
      "Rearrange arithmetic so that errors stay small",
      "Distrust differences of large numbers",
      "Compare real numbers with a reasoned tolerance",
    ],
    gist: "rearrange the arithmetic before raising the precision",
    advice: [
      "Avoid subtracting nearly equal quantities; rewrite the expression instead.",
      "Work with logarithms when products of many small factors are involved.",
      "Choose a tolerance from the size of the data rather than by trial.",
    ],
    reason: ["Lost digits do not announce themselves.", "A tolerance found by trial fits the sample only."],
    caveat: [
      "Higher precision hides an unstable formula without curing it.",
      "Exact arithmetic is affordable when numbers stay small.",
    ],
  },
  {
    key: "right-structure",
    titles: [
      "Choose the structure by the operation that repeats",
      "Let the hottest operation pick the data structure",
      "Match containers to their use",
    ],
    gist: "choose the container by its most frequent operation",
    advice: [
      "Write down which operation happens most often and choose the structure that makes it cheap.",
      "Look out for membership tests and removals hidden in the inner loop.",
      "Keep two synchronised views when two kinds of access are equally frequent.",
    ],
    reason: [
      "The wrong container turns a linear method into a quadratic one without a visible loop.",
      "Clear access patterns shorten the code as well.",
    ],
    caveat: [
      "For a few dozen elements the plainest container wins.",
      "Two views must be changed together, or not at all.",
    ],
  },
  {
    key: "no-leakage",
    titles: [
      "Keep what is judged away from what is fitted",
      "Split the data before any fitting",
      "Look for information that should not be known yet",
    ],
    gist: "separate the judged data before any fitting",
    advice: [
      "Separate the data for judging first, and fit every step of preparation on the rest alone.",
      "Ask of each feature whether it would be known at the time of the prediction.",
      "Treat a surprisingly good result as a fault until a cause is found.",
    ],
    reason: [
      "Leaked information disappears in real use.",
      "The best-looking number is the one that most needs an explanation.",
    ],
    caveat: [
      "Groups and times must be split as wholes.",
      "Statistics fixed by a published protocol may be used as given.",
    ],
  },
];
