/** The words of simulations; they come with their script. */

import { addWords } from "../words.js";

addWords({
  "simulation.help":
    "Run lets {step} minutes pass with these levers. Check leaves them as they are until minute {horizon}, and debriefs.",
  "simulation.where": "Minute {minute} of {horizon}. Seed {seed}.",
  "simulation.undo": "Take back a step",
  "simulation.other-seed": "New game, other seed",
  "simulation.minute": "Minute",
  "simulation.line": "{label}: from {first} to {last}, highest {highest} in minute {minute}.",
  "simulation.shown": "Your game up to minute {minute}",
  "simulation.met": "So far {value}: kept",
  "simulation.missed": "So far {value}: missed",
  "simulation.goal-met": "kept",
  "simulation.goal-missed": "missed",
  "simulation.passed-minute": "Minute {minute} of {horizon}: {met} of {total} goals kept so far.",
  "simulation.arrived": "New evidence: {sources}.",
  "simulation.taken-back": "Back at minute {minute}. The levers are as they were then.",
  "simulation.restored": "Your game of an earlier visit, at minute {minute}.",
  "simulation.changed":
    "This simulation has changed since your last visit. Your {moves} steps are kept; Run plays them again and goes on.",
  "simulation.is-over": "This game is over. Take back a step, or start a new one with Reset.",
  "simulation.passed": "{ending}: all {total} goals kept.",
  "simulation.failed": "{ending}: {met} of {total} goals kept. Missed: {missed}.",
  "simulation.broken":
    "The model failed on these settings. That is the book's fault; your game is kept. Take back a step, or try others.",
  "simulation.stopped": "Stopped. The game is as it was before.",
  "simulation.timeout":
    "Stopped after {seconds} seconds: this device is too slow for this model. The game is as it was.",
  "simulation.died": "The Python interpreter broke down. The game is as it was; press the button again.",
  "simulation.debrief": "Debrief",
  "simulation.comparison": "Your game and other plays",
  "simulation.play": "Play",
  "simulation.you": "Your game",
  "simulation.reference": "Reference play",
  "simulation.others": "What other plays come to",
  "simulation.folded": "{title}: {ending}",
  "simulation.at": "Minute {minute}",
  "game-clock.left": "{time} left",
  "game-clock.held": "{time} left, paused",
  "game-clock.over": "Time is up. You may go on.",
  "game-clock.off": "Without a clock",
  "game-clock.hold": "Pause the clock",
  "game-clock.go": "Start the clock",
  "game-clock.without": "Play without a clock",
  "game-clock.with": "Play with a clock",
});
