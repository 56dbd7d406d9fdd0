/** Every key, grouped as the help sheet lists them. */
export const keyHelp: readonly {
  title: string;
  keys: readonly { keys: readonly string[]; does: string }[];
}[] = [
  {
    title: "Everywhere",
    keys: [
      { keys: ["Ctrl", "K"], does: "Go to a page, find a memory (⌘ K on a Mac)" },
      { keys: ["/"], does: "Search on this page" },
      { keys: ["["], does: "Collapse or expand the navigation" },
      { keys: ["?"], does: "This help" },
      { keys: ["Ctrl", "Z"], does: "Undo the last change to memories (⌘ Z on a Mac)" },
      { keys: ["Esc"], does: "Close what is open" },
    ],
  },
  {
    title: "Tables",
    keys: [
      { keys: ["j"], does: "Next row" },
      { keys: ["k"], does: "Previous row" },
      { keys: ["Enter"], does: "Open the row" },
      { keys: ["Space"], does: "Peek at the row" },
      { keys: ["x"], does: "Select the row" },
      { keys: ["e"], does: "Edit the memory" },
      { keys: ["d"], does: "Deprecate the memory or the selection" },
    ],
  },
  {
    title: "Trials and comparisons",
    keys: [
      { keys: ["n", "l"], does: "Next step" },
      { keys: ["p", "h"], does: "Previous step" },
      { keys: ["d"], does: "Next difference (with Shift: previous)" },
      { keys: ["m"], does: "Next step that names or follows a memory (with Shift: previous)" },
      { keys: ["1"], does: "Label the cause of a lost task (1 to 5; what transferred: 1 to 9)" },
      { keys: ["u"], does: "Next lost or gained task without a label" },
      { keys: ["Enter"], does: "In the search of steps: next match (with Shift: previous)" },
      { keys: ["k", "←"], does: "Previous task of the list, at a compared task" },
      { keys: ["j", "→"], does: "Next task of the list, at a compared task" },
    ],
  },
  {
    title: "Suspects",
    keys: [
      { keys: ["j"], does: "Next task of the case (k: the previous one)" },
      { keys: ["Shift", "J"], does: "Next case of the list (Shift K: the previous one)" },
    ],
  },
  {
    title: "Map",
    keys: [
      { keys: ["1"], does: "One map (2: by type, 3: effect plane, 4: two layouts)" },
      { keys: ["f"], does: "Open or close the filters (i: the inspector)" },
      { keys: ["t"], does: "Open the table, make it taller, close it" },
      { keys: ["Arrow keys"], does: "Nearest memory in that direction" },
      { keys: ["Enter"], does: "Keep the memory in the inspector" },
      { keys: ["o"], does: "Open the memory in the inspector in full" },
      { keys: ["x"], does: "Select the memory (Esc: clear the selection)" },
      { keys: ["+"], does: "Zoom in" },
      { keys: ["-"], does: "Zoom out" },
      { keys: ["0"], does: "Show everything" },
      { keys: ["l"], does: "Select with a lasso (r: a box, p: pan)" },
      { keys: ["Ctrl", "Z"], does: "Undo the last view change (with Shift: redo)" },
    ],
  },
];
