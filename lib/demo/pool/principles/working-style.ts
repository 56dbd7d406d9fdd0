import type { Principle } from "../types.ts";

/** How to go about the work: order, size of steps, budget, finish. */
export const WORKING_STYLE: readonly Principle[] = [
  {
    key: "reproduce-first",
    titles: [
      "Make the failure happen before changing anything",
      "See the bug with your own eyes first",
      "Start from a failing run, not from a theory",
    ],
    gist: "trigger the failure on purpose before editing",
    advice: [
      "Write the smallest command that shows the reported failure and keep it at hand for the whole session.",
      "Spend the first minutes on a run that fails in the reported way, and only then open the code.",
      "Treat a report as a claim: trigger it once, note what is printed, and let that output choose where to look.",
    ],
    reason: [
      "A change whose target was never seen failing cannot be told from a change that did nothing.",
      "The observed failure often differs from the described one in just the detail that matters.",
    ],
    caveat: [
      "If triggering it costs more than a few minutes, reason from the smallest part that can be triggered.",
      "Skip it only for pure additions, where nothing exists yet that could fail.",
    ],
  },
  {
    key: "one-change",
    titles: [
      "Change one thing between two runs",
      "Keep every experiment to a single difference",
      "Never mix two fixes in one run",
    ],
    gist: "vary a single thing from one run to the next",
    advice: [
      "Apply one idea, run, write down the effect, and only then apply the next.",
      "When two suspects remain, test them apart, even if testing both at once looks quicker.",
      "Let consecutive runs differ in exactly one respect, so that the result has a single explanation.",
    ],
    reason: [
      "Two simultaneous changes can cancel each other out and hide that one of them was right.",
      "A result that has two possible causes teaches nothing for the next step.",
    ],
    caveat: [
      "Batching is fine once each change has been proved alone.",
      "Where a run takes hours, a planned factorial comparison beats strict one-at-a-time work.",
    ],
  },
  {
    key: "small-steps",
    titles: [
      "Grow the solution in runnable steps",
      "Prefer ten small verified edits to one large one",
      "Have something that runs at every moment",
    ],
    gist: "advance in steps that can each be run",
    advice: [
      "Begin with the thinnest version that runs end to end, then thicken one part at a time.",
      "Cut the work so that every step ends in a command that can be executed and judged.",
      "Keep the distance between two working states short enough to search by eye.",
    ],
    reason: [
      "When a large edit fails, the search for the reason starts from zero.",
      "An early thin version exposes wrong assumptions about interfaces while they are still cheap.",
    ],
    caveat: [
      "A mechanical rename across many places is one step, however many lines it touches.",
      "Do not split so finely that the parts make no sense alone.",
    ],
  },
  {
    key: "checkpoint",
    titles: [
      "Save a known good state before a risky step",
      "Leave yourself a way back",
      "Record the working state before experimenting",
    ],
    gist: "store a state you can return to",
    advice: [
      "Before a rewrite, store the present state in a way that one command can bring back.",
      "Keep the last version that met part of the requirement, even when a better one seems minutes away.",
      "Mark each state that passes more checks than the one before, and return to it when an idea fails.",
    ],
    reason: [
      "Partial credit is lost when the final minutes are spent inside a broken rewrite.",
      "Rebuilding a lost state from memory costs more than storing it did.",
    ],
    caveat: [
      "Remove the stored copies before handing in, since stray artefacts can break a grader.",
      "For edits of a line or two the copy is noise.",
    ],
  },
  {
    key: "time-budget",
    titles: [
      "Give each idea a budget and keep to it",
      "Decide beforehand when to give up on an approach",
      "Watch the remaining steps, not only the problem",
    ],
    gist: "set a limit on each approach before starting it",
    advice: [
      "Say in advance how many tries an approach gets, and switch when they are used up.",
      "Reserve the last fifth of the step limit for writing the result and checking its form.",
      "Estimate the cost of a long command before starting it and choose a reduced setting if it will not fit.",
    ],
    reason: [
      "Most lost attempts had a nearly complete result that was never written out.",
      "Sunk effort makes the third failed try look closer to success than it is.",
    ],
    caveat: [
      "A clear, shrinking error list is a good reason to extend a budget once.",
      "Very short tasks need no budget, only a stop.",
    ],
  },
  {
    key: "stop-early",
    titles: [
      "Stop when the requirement is met",
      "Resist improving a result that already passes",
      "Hand in once the stated goal is proved",
    ],
    gist: "stop as soon as the stated goal is proved",
    advice: [
      "Check the stated requirement point by point, and when each is met, finish without further polish.",
      "Leave ideas for improvement out of the change unless the request asks for them.",
      "After the deciding check passes, run it once more from a clean state and end the session.",
    ],
    reason: [
      "Late clean-ups broke more passing results than they improved.",
      "Each further edit reopens every question the checks had closed.",
    ],
    caveat: [
      "Finishing early needs a check that was not written to fit the solution.",
      "Continue when the requirement names a quality that has not been measured yet.",
    ],
  },
  {
    key: "read-twice",
    titles: [
      "Reread the request before writing and before finishing",
      "List every requirement of the statement separately",
      "Take the wording of the task literally",
    ],
    gist: "turn the statement into a list and tick it off",
    advice: [
      "Split the statement into single demands, number them, and go through the numbers again at the end.",
      "Look for the sentence that limits or excludes something: it decides more hidden checks than the main paragraph.",
      "Copy out names, ranges and formats as given instead of recalling them later.",
    ],
    reason: [
      "The demand that is easiest to overlook sits in a subordinate clause.",
      "Memory replaces an unusual requirement with the usual one without any warning.",
    ],
    caveat: [
      "Where the text contradicts its own example, the example usually decides.",
      "A long statement may hold background that asks for nothing: mark it as such.",
    ],
  },
  {
    key: "plan-then-edit",
    titles: [
      "Write the plan down before the first edit",
      "Sketch the data flow before coding it",
      "Know which places will change before touching one",
    ],
    gist: "name the places that will change before changing any",
    advice: [
      "Name the two or three places that must change and the order of the changes before opening an editor.",
      "Draw the path of one concrete value from input to output, and mark where it goes wrong.",
      "Put the plan in three sentences; if it takes ten, the problem has not been narrowed enough.",
    ],
    reason: [
      "A written plan shows missing knowledge as gaps instead of as late surprises.",
      "Edits without a plan tend to spread to places that merely look similar.",
    ],
    caveat: [
      "Throw the plan away as soon as an observation contradicts it.",
      "Exploration may come before any plan when the ground is unknown.",
    ],
  },
  {
    key: "deliver",
    titles: [
      "Produce the required artefact early, then improve it",
      "Put a valid answer in place before a good one",
      "Never let the deliverable wait for the last step",
    ],
    gist: "write a valid result early and overwrite it with better ones",
    advice: [
      "Write a plain but valid result to the required place in the first third of the session.",
      "Let a baseline fill every required field, and replace it each time something better has been measured.",
      "Treat the act of delivering as a step with its own check rather than as a formality.",
    ],
    reason: [
      "A modest valid answer counts, an excellent absent one does not.",
      "Delivering early proves that path, format and permissions are right.",
    ],
    caveat: [
      "Make sure the final overwrite is complete: a mixture of two versions is worse than either.",
      "Mark the baseline clearly so that it is not mistaken for the final result.",
    ],
  },
  {
    key: "rerun-after-edit",
    titles: [
      "Run the check again after every edit",
      "Believe the latest run only",
      "Repeat the whole check after the last change",
    ],
    gist: "repeat the deciding check after the last edit, however small",
    advice: [
      "After the final edit, however cosmetic, repeat the check that counts.",
      "Attach each claim of success to a run that came after the most recent change.",
      "Rebuild what is derived from the sources before the check, so that it judges the present state.",
    ],
    reason: [
      "Results age the moment something changes.",
      "Stale build products make an old success look like a new one.",
    ],
    caveat: [
      "When the full check is slow, run its relevant part each time and the whole once.",
      "Edits to prose alone seldom need it.",
    ],
  },
  {
    key: "undo-fast",
    titles: [
      "Take back a change that did not help",
      "Revert failed experiments at once",
      "Do not build on top of a failed idea",
    ],
    gist: "undo an idea that did not work before trying the next",
    advice: [
      "If a change did not move the result, remove it before the next attempt.",
      "End every failed experiment with the same state it began with.",
      "Compare the working state with the original before finishing and justify each remaining difference.",
    ],
    reason: [
      "Leftovers of dead ideas interact with the living one.",
      "A small final difference is easier to defend and to review.",
    ],
    caveat: [
      "Keep added diagnostics until the cause is known, and take them out afterwards.",
      "A harmless fix found on the way may stay if it is tested by itself.",
    ],
  },
  {
    key: "cheapest-first",
    titles: [
      "Ask the cheapest question first",
      "Order hypotheses by the cost of testing them",
      "Rule out the simple causes before the clever ones",
    ],
    gist: "test the hypothesis that costs least",
    advice: [
      "List the possible causes, and test them by cost rather than by how interesting they are.",
      "Prefer a printed value over an hour of reading.",
      "Before suspecting an algorithm, rule out the wrong input, the wrong version and the wrong directory.",
    ],
    reason: [
      "Dull causes are frequent, and they take seconds to exclude.",
      "A cheap negative answer shrinks the search for every later step.",
    ],
    caveat: [
      "An expensive test is right when it would settle several questions at once.",
      "Do not let cheap questions become a way to postpone the decisive one.",
    ],
  },
];
