// The steps of a page by its elements: native <details>, which browsers unfold for their own search as well.

type StepElement = HTMLDetailsElement;

function stepsIn(selector: string): StepElement[] {
  return [...document.querySelectorAll<StepElement>(`details[data-step]${selector}`)];
}

/** Unfolds or folds all steps. */
export function setAll(open: boolean): void {
  for (const step of stepsIn("")) step.open = open;
}

/** Unfolds a step and brings it into view. @returns false where the page has no such step */
export function openStep(anchor: string, { focus }: { focus: boolean }): boolean {
  const step = document.getElementById(anchor);
  if (!(step instanceof HTMLDetailsElement)) return false;
  step.open = true;
  step.scrollIntoView({ block: "start" });
  if (focus) step.querySelector("summary")?.focus({ preventScroll: true });
  return true;
}

/** Moves the focus by whole steps of the side it is in; without one, to the first step of the last side. */
export function moveBy(by: number): void {
  const current = focusedStep();
  const side = current?.dataset["step"] ?? stepsIn("").at(1)?.dataset["step"] ?? "step";
  const steps = stepsIn(`[data-step="${side}"]`);
  const at = current ? steps.indexOf(current) : -1;
  focusOn(steps[at === -1 ? 0 : Math.min(steps.length - 1, Math.max(0, at + by))]);
}

/** Moves the focus to the next or previous place that differs, or step that a memory left its mark on. */
export function moveTo(what: "difference" | "mark", by: 1 | -1): void {
  const places =
    what === "mark" ? stepsIn("[data-marked]") : [...document.querySelectorAll("[data-difference]")];
  const current = focusedStep();
  const after = by === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const ordered = by === 1 ? places : places.toReversed();
  const next = current
    ? ordered.find((place) => !place.contains(current) && current.compareDocumentPosition(place) & after)
    : ordered[0];
  focusOn(next?.matches("details") ? next : next?.querySelector("details"));
}

function focusedStep(): StepElement | null {
  return document.activeElement?.closest<StepElement>("details[data-step]") ?? null;
}

function focusOn(step: Element | null | undefined): void {
  step?.querySelector("summary")?.focus({ preventScroll: true });
  step?.scrollIntoView({ block: "nearest" });
}
