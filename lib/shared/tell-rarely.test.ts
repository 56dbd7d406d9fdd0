import { expect, it } from "vitest";
import { createTeller } from "./tell-rarely.ts";

it("tells the same thing once a minute, and another one at once", () => {
  const told: string[] = [];
  const tell = createTeller((sentence) => told.push(sentence));
  tell("port 1 refused", 0);
  tell("port 2 refused", 59_999);
  tell("disk full", 59_999);
  tell("port 3 refused", 60_000);
  expect(told).toEqual(["port 1 refused", "disk full", "port 3 refused"]);
});
