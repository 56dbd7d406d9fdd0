import { systemChromium } from "../find-chromium.mjs";
import { apt } from "./apt.mjs";

/** Installs Debian's Chromium where no Chromium is on the machine. */
export function ensureChromium() {
  if (systemChromium()) return;
  console.log("Installing Chromium ...");
  apt(["update"]);
  apt(["install", "-y", "--no-install-recommends", "chromium"]);
  if (!systemChromium()) throw new Error("Debian's chromium package holds no browser.");
}
