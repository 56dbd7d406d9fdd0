import { Facts } from "#components/runs/facts.tsx";
import { describeDesign, priceFacts } from "#lib/reruns/describe-plan.ts";
import { totalPrice } from "#lib/reruns/price-reruns.ts";
import type { StoredPlan } from "#lib/reruns/schema.ts";

/** What the reruns of a plan cost, beside the whole lattice, and why it is these. */
export function PlanFacts({ plan: { design, price } }: { plan: Pick<StoredPlan, "design" | "price"> }) {
  const whole = design.repeats.map(() => design.lattice.repeats);
  const attempts = price.without.attempts + price.with.attempts;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Facts
        facts={[
          ["Fewest:", `${design.total} reruns`],
          ...priceFacts(totalPrice(price, design.repeats)),
          ["Whole lattice:", `${design.lattice.total} reruns`],
          ...priceFacts(totalPrice(price, whole)).map(([name, value]) => [`lattice ${name}`, value] as const),
        ]}
      />
      <p className="max-w-prose text-xs text-muted">
        {describeDesign(design)} Prices are means over {attempts} logged attempts of this task.
      </p>
    </div>
  );
}
